const BASH = `# bash completion for rustpolicy; from: rustpolicy completion bash
_rustpolicy() {
    local cur=\${COMP_WORDS[COMP_CWORD]} tab=$'\\t' line value quotes=$'\\\\\\\\"\\''
    local -a words=() program=("\${COMP_WORDS[0]/#"~/"/"$HOME/"}")
    local -i widest=0
    local -a found=() about=()
    # An open quote stays where it is.
    cur=\${cur#[\\"\\']}
    [[ $cur == = ]] && cur=
    value=\${BASH_ALIASES[$program]-}
    [[ $value != *rustpolicy* ]] || read -ra program <<<"$value"
    COMPREPLY=()
    compopt -o nosort 2>/dev/null
    # Bash gives the words as they are typed, quotes and all.
    for value in "\${COMP_WORDS[@]:1:COMP_CWORD}"; do
        words+=("\${value//[$quotes]/}")
    done
    while IFS= read -r line; do
        case $line in
        :folders | :files)
            compopt -o filenames 2>/dev/null
            [[ $line == :files ]] && line=-f || line=-d
            while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen "$line" -- "$cur")
            return ;;
        esac
        value=\${line%%"$tab"*}
        [[ $value == "$cur"* ]] || continue
        found+=("$value")
        about+=("\${line#*"$tab"}")
        ((\${#value} > widest)) && widest=\${#value}
    done < <("\${program[@]}" complete -- "\${words[@]}" 2>/dev/null)
    # 63, 33 and 64 only list the candidates, so that descriptions are not taken for what is to be inserted.
    if ((\${#found[@]} > 1)) && [[ $COMP_TYPE == 63 || $COMP_TYPE == 33 || $COMP_TYPE == 64 ]]; then
        local -i at room=$((\${COLUMNS:-80} - 1))
        for at in "\${!found[@]}"; do
            printf -v line '%-*s  %s' "$widest" "\${found[at]}" "\${about[at]}"
            [[ -n \${about[at]} ]] || line=\${found[at]}
            COMPREPLY+=("\${line:0:room}")
        done
    else
        COMPREPLY=("\${found[@]}")
    fi
}
complete -F _rustpolicy rustpolicy
`;

const ZSH = `#compdef rustpolicy
# zsh completion for rustpolicy; from: rustpolicy completion zsh
_rustpolicy() {
    local line program=\${\${(Q)words[1]}/#\\~\\//$HOME/}
    local -a found
    while IFS= read -r line; do
        case $line in
        :folders) compset -P '--*='; _files -/; return ;;
        :files) compset -P '--*='; _files; return ;;
        esac
        # _describe takes value:description.
        found+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
    done < <($program complete -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)
    _describe -V rustpolicy found
}
if [[ \${funcstack[1]} == _rustpolicy ]]; then
    _rustpolicy "$@"
else
    compdef _rustpolicy rustpolicy
fi
`;

const FISH = `# fish completion for rustpolicy; from: rustpolicy completion fish
function __rustpolicy_complete
    set -l typed (commandline -opc) (commandline -ct)
    set -l program (string replace -r '^~/' "$HOME/" -- $typed[1])
    type -q $program; or return
    set -l found ($program complete -- $typed[2..-1] 2>/dev/null)
    set -l flag (string match -r '^--[^=]*=' -- $typed[-1])
    set -l value (string replace -r '^--[^=]*=' '' -- $typed[-1])
    switch "$found"
        case ':folders'
            __fish_complete_directories $value | string replace -r -- '^' "$flag"
        case ':files'
            __fish_complete_path $value | string replace -r -- '^' "$flag"
        case '*'
            string join -- \\n $found
    end
end
complete -c rustpolicy -f -k -a '(__rustpolicy_complete)'
`;

/**
 * The script by which a shell asks `rustpolicy complete` at every Tab. What is typed reaches it as arguments and is
 * never evaluated.
 */
export const COMPLETION_SCRIPTS: Readonly<Record<string, string>> = { bash: BASH, zsh: ZSH, fish: FISH };
