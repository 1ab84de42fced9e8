/** The shells that there are completions for. */
type Shell = 'bash' | 'zsh' | 'fish';

/**
 * The script by which a shell asks `rustpolicy complete` at every Tab. What is typed reaches it as arguments and is
 * never evaluated.
 */
export function completionScript(shell: Shell): string {
  switch (shell) {
    case 'bash':
      return BASH;
    case 'zsh':
      return ZSH;
    case 'fish':
      return FISH;
  }
}

const BASH = `# bash completion for rustpolicy; from: rustpolicy completion bash
_rustpolicy() {
    local cur=\${COMP_WORDS[COMP_CWORD]} tab=$'\\t' line value quotes=$'\\\\\\\\"\\''
    local -a words=()
    local -i widest=0
    local -a found=() about=()
    [[ $cur == = ]] && cur=
    COMPREPLY=()
    compopt -o nosort 2>/dev/null
    # Bash gives the words as they are typed, quotes and all.
    for value in "\${COMP_WORDS[@]:1:COMP_CWORD}"; do
        value=\${value//[$quotes]/}
        [[ $value != "~/"* ]] || value=$HOME/\${value#*/}
        words+=("$value")
    done
    while IFS= read -r line; do
        case $line in
        :folders)
            compopt -o filenames 2>/dev/null
            while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -d -- "$cur")
            return ;;
        :files)
            compopt -o filenames 2>/dev/null
            while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -f -- "$cur")
            return ;;
        esac
        value=\${line%%"$tab"*}
        [[ $value == "$cur"* ]] || continue
        found+=("$value")
        about+=("\${line#*"$tab"}")
        ((\${#value} > widest)) && widest=\${#value}
    done < <(rustpolicy complete -- "\${words[@]}" 2>/dev/null)
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
    local line
    local -a found
    while IFS= read -r line; do
        case $line in
        :folders) _files -/; return ;;
        :files) _files; return ;;
        esac
        # _describe takes value:description.
        found+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
    done < <(rustpolicy complete -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)
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
    set -l found (rustpolicy complete -- $typed[2..-1] 2>/dev/null)
    switch "$found"
        case ':folders'
            __fish_complete_directories (commandline -ct)
        case ':files'
            __fish_complete_path (commandline -ct)
        case '*'
            string join -- \\n $found
    end
end
complete -c rustpolicy -f -k -a '(__rustpolicy_complete)'
`;
