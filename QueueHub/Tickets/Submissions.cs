using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using QueueHub.Contracts.Forms;
using QueueHub.Tickets.Rows;
using StackExchange.Redis;

namespace QueueHub.Tickets;

/// <summary>
/// Encrypts form contents before they reach Redis, and reads them back. They exist nowhere else: events, bells and logs hold only names, counts and
/// revisions. Every ciphertext is bound to its office, ticket and field: moved elsewhere it cannot be read.
/// </summary>
public sealed class Submissions(IDataProtectionProvider protection, IConnectionMultiplexer redis)
{
    private const string FieldPrefix = "field:";

    /// <summary>A form to submit over <paramref name="present"/>: what it changes, and what of the present one its writer has seen.</summary>
    /// <param name="tokenHash">Stands for the ticket: it is known before the ordinal is.</param>
    public SealedForm Seal(string office, string tokenHash, FormAnswers answers, StoredForm? present = null)
    {
        present = present?.Template == answers.Template ? present : null;
        var changed = answers.Values.Where(answer => present?.Field(answer.Key).Holds(answer.Value) != true)
            .Select(answer => new SealedAnswer(answer.Key, Seal(office, tokenHash, answer.Key, answer.Value)));
        var removed = (present?.Answers.Values.Keys ?? []).Except(answers.Values.Keys).Select(field => new SealedAnswer(field, null));
        return new SealedForm(answers.Template, answers.TemplateVersion, answers.Values.Count, [.. changed, .. removed], present?.Revisions ?? NothingSeen);
    }

    /// <summary>One field; null when nothing is left of it.</summary>
    public byte[]? Seal(string office, string tokenHash, string field, IReadOnlyList<string> values) =>
        values.Count == 0 ? null : Protector(office, tokenHash, field).Protect(JsonSerializer.SerializeToUtf8Bytes(values, RowJson.Default.IReadOnlyListString));

    /// <summary>A signature: bound to its office and ticket as fields are, and never to be taken for one.</summary>
    public byte[] Seal(string office, string tokenHash, StoredSignature signature) =>
        SignatureProtector(office, tokenHash).Protect(JsonSerializer.SerializeToUtf8Bytes(signature, RowJson.Default.StoredSignature));

    /// <summary>What <see cref="Seal(string, string, string, IReadOnlyList{string})"/> was given.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It belongs to another office, ticket or field.</exception>
    public IReadOnlyList<string> Open(string office, string tokenHash, string field, byte[]? ciphertext) =>
        ciphertext is null ? [] : JsonSerializer.Deserialize(Protector(office, tokenHash, field).Unprotect(ciphertext), RowJson.Default.IReadOnlyListString)!;

    /// <summary>The form of a ticket as far as it is written; null when there is none (any more).</summary>
    public async Task<StoredForm?> ReadAsync(string office, TicketRow ticket) =>
        await EntriesAsync(RedisKeys.Submission(office, ticket.Ordinal)) is { } entries ? Form(office, ticket.TokenHash, entries) : null;

    /// <summary>A form that was prepared without a ticket; null when there is none (any more).</summary>
    public async Task<PreparedForm?> PreparedAsync(string office, string tokenHash) =>
        await EntriesAsync(RedisKeys.Prepared(office, tokenHash)) is { } entries
            ? new PreparedForm(
                Encoding.UTF8.GetString(entries["service"]),
                DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(entries["until"], CultureInfo.InvariantCulture)),
                Form(office, tokenHash, entries))
            : null;

    private async Task<Dictionary<string, byte[]>?> EntriesAsync(RedisKey key)
    {
        var entries = await redis.GetDatabase().HashGetAllAsync(key);
        return entries.Length == 0 ? null : entries.ToDictionary(entry => (string)entry.Name!, entry => (byte[])entry.Value!);
    }

    private StoredForm Form(string office, string tokenHash, Dictionary<string, byte[]> entries) => new(
        Encoding.UTF8.GetString(entries["template"]),
        int.Parse(entries["version"], CultureInfo.InvariantCulture),
        entries.Where(entry => entry.Key.StartsWith(FieldPrefix, StringComparison.Ordinal))
            .Select(entry => (Field: entry.Key[FieldPrefix.Length..], entry.Value))
            .ToDictionary(entry => entry.Field, entry => Read(office, tokenHash, entry.Field, entry.Value)))
    {
        Signature = entries.GetValueOrDefault("signature") is { } signature ? Signature(office, tokenHash, signature) : null,
    };

    private StoredSignature? Signature(string office, string tokenHash, byte[] ciphertext) =>
        JsonSerializer.Deserialize(SignatureProtector(office, tokenHash).Unprotect(ciphertext), RowJson.Default.StoredSignature);

    // "<revision> <ciphertext>", see Lua/includes/forms.lua.
    private StoredField Read(string office, string tokenHash, string field, byte[] value)
    {
        var space = value.AsSpan().IndexOf((byte)' ');
        var ciphertext = value.Length == space + 1 ? null : value[(space + 1)..];
        return new StoredField(int.Parse(value.AsSpan(0, space), CultureInfo.InvariantCulture), Open(office, tokenHash, field, ciphertext));
    }

    private IDataProtector Protector(string office, string tokenHash, string field) =>
        protection.CreateProtector("QueueHub.Submission", office, tokenHash, field);

    private IDataProtector SignatureProtector(string office, string tokenHash) =>
        protection.CreateProtector("QueueHub.Signature", office, tokenHash);

    private static readonly Dictionary<string, int> NothingSeen = [];
}
