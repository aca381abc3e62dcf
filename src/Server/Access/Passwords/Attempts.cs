using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Espalier.Server.Http;

namespace Espalier.Server.Access.Passwords;

/// <summary>
/// Slows guessing down. Ten failures a minute for one account from one address, a hundred for an account or an address:
/// then whoever tries on has to wait, twice as long each time. A try counts as a failure until it has worked, so tries
/// side by side do not slip through. Codes of an authenticator app are so few that they are counted for the account, from
/// wherever they come, and longer. Kept in memory: a restart forgets it.
/// </summary>
public sealed class Attempts(TimeProvider time)
{
    const int MostOfBoth = 10;
    const int MostOfOne = 100;
    const int MostCodes = 10;
    const int SweepAbove = 10_000;

    static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>A million codes, three of which are good, would be tried in a few weeks at ten a minute.</summary>
    static readonly TimeSpan CodeWindow = TimeSpan.FromHours(1);

    readonly ConcurrentDictionary<string, Record> _records = new(StringComparer.Ordinal);

    /// <exception cref="Refused">There were too many; it says how long to wait.</exception>
    public Attempt Begin(string email, IPAddress? address)
    {
        var now = time.GetUtcNow();
        if (_records.Count > SweepAbove)
            Sweep(now);
        var (account, from) = (Account.KeyOf(email), Network(address));
        (string Key, int Most)[] keys = [($"{account} {from}", MostOfBoth), (account, MostOfOne), (from, MostOfOne)];
        for (var i = 0; i < keys.Length; i++)
            if (_records.GetOrAdd(keys[i].Key, _ => new(Window)).Enter(now, keys[i].Most) is { } wait)
            {
                foreach (var (key, _) in keys[..i])
                    _records.GetOrAdd(key, _ => new(Window)).Uncount();
                throw new Refused(Errors.TooManyAttempts) { RetryAfter = (int)Math.Ceiling(wait.TotalSeconds) };
            }
        return new(this, [.. keys.Select(key => key.Key)]);
    }

    /// <summary>A try of a code, by somebody who has the password.</summary>
    /// <inheritdoc cref="Begin"/>
    public Attempt BeginCode(string email)
    {
        var key = $"{Account.KeyOf(email)} code";
        return _records.GetOrAdd(key, _ => new(CodeWindow)).Enter(time.GetUtcNow(), MostCodes) is { } wait
            ? throw new Refused(Errors.TooManyAttempts) { RetryAfter = (int)Math.Ceiling(wait.TotalSeconds) }
            : new(this, [key]);
    }

    /// <summary>Networks of IPv6 are given out whole, so a /64 counts as one.</summary>
    static string Network(IPAddress? address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6 } ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : $"{address}";

    void Sweep(DateTimeOffset now)
    {
        foreach (var (key, record) in _records)
            if (record.IsOld(now))
                _records.TryRemove(key, out _);
    }

    void Forgive(string[] keys)
    {
        _records.TryRemove(keys[0], out _);
        foreach (var key in keys[1..])
            if (_records.TryGetValue(key, out var record))
                record.Uncount();
    }

    /// <summary>A try that has begun.</summary>
    public sealed class Attempt(Attempts attempts, string[] keys)
    {
        /// <summary>It was the right one.</summary>
        public void Worked() => attempts.Forgive(keys);
    }

    /// <param name="window">So long failures are counted together.</param>
    sealed class Record(TimeSpan window)
    {
        readonly Lock _lock = new();
        DateTimeOffset _since;
        DateTimeOffset _last;
        DateTimeOffset _closedUntil;
        int _count;
        int _waits;

        /// <summary>Counts a try that may be made now; or tells how long to wait.</summary>
        public TimeSpan? Enter(DateTimeOffset now, int most)
        {
            lock (_lock)
            {
                if (now < _closedUntil)
                    return _closedUntil - now;
                if (IsQuiet(now))
                    (_count, _waits) = (0, 0);
                if (_waits == 0 && now - _since >= window)
                    (_since, _count) = (now, 0);
                if (_count >= most)
                {
                    var wait = Window * Math.Pow(2, _waits) is var longer && longer < LongestWait ? longer : LongestWait;
                    // After the wait, one try is free.
                    (_count, _waits, _closedUntil) = (most - 1, Math.Min(_waits + 1, 10), now + wait);
                    return wait;
                }
                (_count, _last) = (_count + 1, now);
                return null;
            }
        }

        public void Uncount()
        {
            lock (_lock)
                _count = Math.Max(0, _count - 1);
        }

        public bool IsOld(DateTimeOffset now)
        {
            lock (_lock)
                return IsQuiet(now);
        }

        bool IsQuiet(DateTimeOffset now)
        {
            var peace = window > LongestWait ? window : LongestWait;
            return now > _last + peace && now > _closedUntil + peace;
        }
    }
}
