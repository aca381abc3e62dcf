namespace Espalier.Server.Jobs;

/// <summary>The job belongs to another worker by now: nothing more may be done in its name.</summary>
public sealed class LeaseLostException() : Exception("The job has been taken over by another worker.");
