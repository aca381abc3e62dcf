namespace Espalier.Server.Docs;

/// <summary>What the document says of an operation that its code does not.</summary>
/// <param name="Id">The endpoint's name.</param>
sealed record OperationText(string Tag, string Id, string Text)
{
    public IReadOnlyList<QueryText> Query { get; init; } = [];

    public BodyText? Body { get; init; }

    public required AnswerText Answer { get; init; }

    /// <summary>Whether it is asked without a token.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether it is for somebody who is signed in with a browser, and not for tokens.</summary>
    public bool IsForPerson { get; init; }

    /// <summary>Statuses beside those that all operations of its kind have.</summary>
    public IReadOnlyList<int> Refusals { get; init; } = [];
}

/// <summary>A query parameter.</summary>
sealed record QueryText(string Name, string Text)
{
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>What holds without it; a boolean's makes it one.</summary>
    public string? Otherwise { get; init; }

    public bool IsRepeatable { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>Whether it is a whole number.</summary>
    public bool IsNumber { get; init; }

    public string? Example { get; init; }

    public static QueryText Flag(string name, bool otherwise, string text) => new(name, text) { Otherwise = otherwise ? "true" : "false" };

    /// <summary>One of some words; the first one is what holds without it.</summary>
    public static QueryText Choice(string name, string text, params string[] words) => new(name, text) { Words = words, Otherwise = words[0] };

    public static QueryText Number(string name, string text, string example) => new(name, text) { IsNumber = true, Example = example };

    public static QueryText Many(string name, string text, string? example = null) => new(name, text) { IsRepeatable = true, Example = example };
}

/// <summary>A request's body.</summary>
/// <param name="Type">The record of the JSON body; null when the body is a file's bytes.</param>
/// <param name="Example">As JSON.</param>
sealed record BodyText(Type? Type, string? Example = null)
{
    public bool IsOptional { get; init; }
}

/// <summary>The answer of an operation that went well.</summary>
/// <param name="Types">Records of the JSON answer, more than one when it hangs on the request; none: no body, or bytes.</param>
sealed record AnswerText(int Status, string Text, params Type[] Types)
{
    /// <summary>Whether it may also be a file of text.</summary>
    public bool IsFile { get; init; }

    /// <summary>As JSON.</summary>
    public string? Example { get; init; }
}
