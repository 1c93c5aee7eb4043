using System.CommandLine;

namespace FundLedger.Cli.Commands;

static class CompletionCommand
{
    internal static Command Build(Shell shell)
    {
        var kind = new Argument<string>("SHELL") { Description = "bash, zsh, fish or powershell" };
        kind.AcceptOnlyFromAmong([.. Scripts.Keys]);
        return Described.Command("completion",
            "Print the lines that let a shell complete commands and options when Tab is pressed.",
            """
            fundledger completion bash >> ~/.bashrc
            fundledger completion powershell >> $PROFILE
            """, kind)
            .Does(parse =>
            {
                shell.Terminal.Say(Scripts[parse.GetRequiredValue(kind)]);
                return 0;
            });
    }

    /// <summary>Each asks the program itself, so that what is offered is what this version knows.</summary>
    static readonly SortedDictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            _fundledger() {
                local IFS=$'\n'
                local words="$(fundledger "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)"
                COMPREPLY=($(compgen -W "${words}" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _fundledger fundledger
            """,
        ["fish"] = """
            function __fundledger
                set -l line (commandline -cp)
                fundledger "[suggest:"(string length -- $line)"]" "$line" 2>/dev/null
            end
            complete -c fundledger -a '(__fundledger)'
            """,
        ["powershell"] = """
            Register-ArgumentCompleter -Native -CommandName fundledger -ScriptBlock {
                param($word, $line, $position)
                fundledger "[suggest:$position]" "$line" | Where-Object { $_ -like "$word*" } |
                    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
            }
            """,
        ["zsh"] = """
            _fundledger() {
                local -a found
                found=(${(f)"$(fundledger "[suggest:${#BUFFER}]" "${BUFFER}" 2>/dev/null)"})
                compadd -a found
            }
            compdef _fundledger fundledger
            """,
    };
}
