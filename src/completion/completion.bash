# bash completion for rustpolicy; from: rustpolicy completion bash
_rustpolicy() {
    local cur=${COMP_WORDS[COMP_CWORD]} tab=$'\t' line value quotes=$'\\\\"\''
    local -a words=() program=("${COMP_WORDS[0]/#"~/"/"$HOME/"}")
    local -i widest=0
    local -a found=() about=()
    # An open quote stays where it is.
    cur=${cur#[\"\']}
    [[ $cur == = ]] && cur=
    value=${BASH_ALIASES[$program]-}
    [[ $value != *rustpolicy* ]] || read -ra program <<<"$value"
    COMPREPLY=()
    compopt -o nosort 2>/dev/null
    # Bash gives the words as they are typed, quotes and all.
    for value in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
        words+=("${value//[$quotes]/}")
    done
    while IFS= read -r line; do
        case $line in
        :folders | :files)
            compopt -o filenames 2>/dev/null
            [[ $line == :files ]] && line=-f || line=-d
            while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen "$line" -- "$cur")
            return ;;
        esac
        value=${line%%"$tab"*}
        [[ $value == "$cur"* ]] || continue
        found+=("$value")
        about+=("${line#*"$tab"}")
        ((${#value} > widest)) && widest=${#value}
    done < <("${program[@]}" complete -- "${words[@]}" 2>/dev/null)
    # 63, 33 and 64 only list the candidates, so that descriptions are not taken for what is to be inserted.
    if ((${#found[@]} > 1)) && [[ $COMP_TYPE == 63 || $COMP_TYPE == 33 || $COMP_TYPE == 64 ]]; then
        local -i at room=$((${COLUMNS:-80} - 1))
        for at in "${!found[@]}"; do
            printf -v line '%-*s  %s' "$widest" "${found[at]}" "${about[at]}"
            [[ -n ${about[at]} ]] || line=${found[at]}
            COMPREPLY+=("${line:0:room}")
        done
    else
        COMPREPLY=("${found[@]}")
    fi
}
complete -F _rustpolicy rustpolicy
