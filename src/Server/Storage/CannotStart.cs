namespace Espalier.Server.Storage;

/// <summary>What keeps the server or a command from starting. The message is one line and all an operator needs.</summary>
public sealed class CannotStart(string message) : Exception(message);
