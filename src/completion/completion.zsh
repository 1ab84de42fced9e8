#compdef rustpolicy
# zsh completion for rustpolicy; from: rustpolicy completion zsh
_rustpolicy() {
    local line program=${${(Q)words[1]}/#\~\//$HOME/}
    local -a found
    while IFS= read -r line; do
        case $line in
        :folders) compset -P '--*='; _files -/; return ;;
        :files) compset -P '--*='; _files; return ;;
        esac
        # _describe takes value:description.
        found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
    done < <($program complete -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)
    _describe -V rustpolicy found
}
if [[ ${funcstack[1]} == _rustpolicy ]]; then
    _rustpolicy "$@"
else
    compdef _rustpolicy rustpolicy
fi
