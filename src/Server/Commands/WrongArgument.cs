namespace Espalier.Server.Commands;

/// <summary>A command was asked for something it cannot mean; the message is the one line the user gets.</summary>
public sealed class WrongArgument(string message) : Exception(message);
