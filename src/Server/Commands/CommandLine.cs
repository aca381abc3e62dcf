using System.CommandLine;
using System.Text.RegularExpressions;
using Espalier.Server.Storage;

namespace Espalier.Server.Commands;

/// <summary>The executable's commands. What is wrong with the arguments is told in one line, with exit code 2.</summary>
public static partial class CommandLine
{
    public const int Failed = 1;
    public const int Misused = 2;

    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        // The server's settings are not the commands' options: they may have any name.
        var settings = args.Where(arg => Setting().IsMatch(arg)).ToArray();
        var root = Root(settings);
        var parsed = root.Parse([.. args.Where(arg => !Setting().IsMatch(arg))], new ParserConfiguration { ResponseFileTokenReplacer = null });
        try
        {
            if (parsed.Errors.Count > 0 && parsed.Action is not { ClearsParseErrors: true })
                throw new WrongArgument(Explain(parsed));
            if (settings.Length > 0 && !TakesSettings(parsed.CommandResult.Command))
                throw new WrongArgument($"Unrecognized option '{settings[0]}'.");

            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (WrongArgument e)
        {
            await error.WriteLineAsync($"espalier: {OneLine(e.Message)} See: {Path(parsed.CommandResult.Command)} --help");
            return Misused;
        }
        catch (CannotStart e)
        {
            await error.WriteLineAsync($"espalier: {OneLine(e.Message)}");
            return Failed;
        }
    }

    static RootCommand Root(string[] settings)
    {
        var data = new Option<string?>("--data")
        {
            Description = "The data folder. [default: ./data]",
            HelpName = "DIR",
            Recursive = true,
        };
        var root = new RootCommand("Espalier, a server for organisation data. Without a command it serves.") { data };
        root.Add(TenantCommands.Create(data));
        root.Add(UserCommands.Create(data));
        root.Add(TokenCommands.Create(data));
        ServeCommand.AddTo(root, data, settings);
        return root;
    }

    static string Explain(ParseResult parsed) =>
        parsed.UnmatchedTokens is [var unknown, ..]
            ? $"Unrecognized {(unknown.StartsWith('-') ? "option" : "command or argument")} '{unknown}'."
            : parsed.Errors[0].Message;

    static bool TakesSettings(Command command) => command is RootCommand or { Name: ServeCommand.Name };

    static string Path(Command command) =>
        command is RootCommand ? "espalier" : $"{Path(command.Parents.OfType<Command>().First())} {command.Name}";

    static string OneLine(string message)
    {
        var line = Whitespace().Replace(message, " ").Trim();
        return line.EndsWith('.') ? line : line + ".";
    }

    /// <summary><c>--Section:Key=value</c>, or the few settings that have no section.</summary>
    [GeneratedRegex(@"^--(\w[\w.-]*(:[\w.-]+)+|PublicUrl|AllowedHosts)=", RegexOptions.IgnoreCase)]
    private static partial Regex Setting();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();
}
