using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using QueueHub.Live;
using StackExchange.Redis;

namespace QueueHub.Tickets.Arrival;

/// <summary>
/// The secret of each office's codes, the same on all nodes: in Redis, encrypted with the key ring that they share. Nobody has to set one up: the first node that
/// needs it makes it, and again after a day or a loss. While Redis is away the last one known goes on.
/// </summary>
public sealed class HereSecrets(IConnectionMultiplexer redis, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>A secret that has got out is worth nothing the day after.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromDays(1);

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    // Whoever scans codes that are none may make a node ask Redis, but not more often than this.
    private static readonly TimeSpan AskAtMostEvery = TimeSpan.FromSeconds(1);

    private readonly IDataProtector _protector = protection.CreateProtector("QueueHub.HereSecret");
    private readonly ConcurrentDictionary<string, Known> _known = new();

    /// <summary>The code that the office's lobby shows now; null while nobody can know it.</summary>
    public async Task<string?> CodeAsync(string office) =>
        await SecretAsync(office, Fresh) is { } known ? HereCode.Of(known.Secret, office, HereCode.WindowAt(time.GetUtcNow())) : null;

    /// <summary>Whether the code is shown in the office's lobby now, or was a moment ago; null while nobody can know it.</summary>
    public async Task<bool?> IsGoodAsync(string office, string code)
    {
        if (await SecretAsync(office, Fresh) is not { } known)
        {
            return null;
        }

        // Another node may have made a new secret since this one has asked.
        return IsGood(known, office, code) || (await SecretAsync(office, AskAtMostEvery) is { } newer && newer != known && IsGood(newer, office, code));
    }

    // A code of the secret before is still on the screens for a moment.
    private bool IsGood(Known known, string office, string code)
    {
        var now = time.GetUtcNow();
        return HereCode.IsGood(known.Secret, office, code, now) || (known.Before is { } before && HereCode.IsGood(before, office, code, now));
    }

    private async Task<Known?> SecretAsync(string office, TimeSpan notOlder)
    {
        if (_known.TryGetValue(office, out var known) && time.GetElapsedTime(known.Read) < notOlder)
        {
            return known;
        }

        try
        {
            var read = time.GetTimestamp();
            var secret = await ReadOrMakeAsync(office);
            return _known[office] = new Known(secret, known is null || known.Secret.AsSpan().SequenceEqual(secret) ? known?.Before : known.Secret, read);
        }
        catch (Exception error) when (RedisFaults.IsFault(error))
        {
            return known;
        }
    }

    private async Task<byte[]> ReadOrMakeAsync(string office)
    {
        var (store, key) = (redis.GetDatabase(), RedisKeys.HereSecret(office));
        var stored = await store.StringGetAsync(key);
        if (Open(stored) is { } kept)
        {
            return kept;
        }

        // Nodes that find none at the same time take whichever was there first. One that cannot be opened is as good as none.
        var made = _protector.Protect(RandomNumberGenerator.GetBytes(HereCode.SecretBytes));
        if (!await store.StringSetAsync(key, made, Life, stored.IsNull ? When.NotExists : When.Always))
        {
            stored = await store.StringGetAsync(key);
        }

        return Open(stored) ?? _protector.Unprotect(made);
    }

    private byte[]? Open(RedisValue stored)
    {
        try
        {
            return stored.IsNull ? null : _protector.Unprotect((byte[])stored!);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <param name="Before">The one that it has replaced.</param>
    /// <param name="Read">When Redis was asked.</param>
    private sealed record Known(byte[] Secret, byte[]? Before, long Read);
}
