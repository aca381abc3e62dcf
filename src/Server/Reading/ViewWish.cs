namespace Espalier.Server.Reading;

/// <summary>Which state of a dataset a request wants to read, and what is to be calculated for it.</summary>
public sealed record ViewWish
{
    /// <summary>The dataset as it is now.</summary>
    public static readonly ViewWish Now = new();
}
