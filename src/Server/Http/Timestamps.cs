using System.Globalization;

namespace Espalier.Server.Http;

/// <summary>Points in time on the wire: UTC with milliseconds.</summary>
public static class Timestamps
{
    public static string Print(long unixMilliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(unixMilliseconds).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
