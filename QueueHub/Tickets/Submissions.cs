using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using QueueHub.Contracts.Forms;
using StackExchange.Redis;

namespace QueueHub.Tickets;

/// <summary>
/// Encrypts form contents before they reach Redis, and reads them back. They exist nowhere else: events and logs hold only template and counts.
/// </summary>
public sealed class Submissions(IDataProtectionProvider protection, IConnectionMultiplexer redis)
{
    /// <summary>The answers as they may be stored.</summary>
    public SealedForm Seal(string office, FormAnswers answers) => new(
        answers.Template, answers.TemplateVersion, answers.Values.Count,
        Protector(office).Protect(JsonSerializer.SerializeToUtf8Bytes(answers, JsonSerializerOptions.Web)));

    /// <summary>The answers attached to a ticket; null when there are none (any more).</summary>
    public async Task<FormAnswers?> ReadAsync(string office, long ticket)
    {
        byte[]? ciphertext = await redis.GetDatabase().StringGetAsync(RedisKeys.Submission(office, ticket));
        return ciphertext is null
            ? null
            : JsonSerializer.Deserialize<FormAnswers>(Protector(office).Unprotect(ciphertext), JsonSerializerOptions.Web);
    }

    private IDataProtector Protector(string office) => protection.CreateProtector("QueueHub.Submission", office);
}
