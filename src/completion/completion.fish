# fish completion for rustpolicy; from: rustpolicy completion fish
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
            string join -- \n $found
    end
end
complete -c rustpolicy -f -k -a '(__rustpolicy_complete)'
