using System.Security.Cryptography;
using System.Text;
using QueueHub.Contracts;
using QueueHub.Contracts.Forms;
using QueueHub.Offices;

namespace QueueHub.Tickets.Commands;

/// <summary>
/// Forms that are written without a ticket, at home or on a relative's phone, and kept for two days under a secret link. They are nobody's in the queue: no event
/// tells of them, and they can be written at any hour.
/// </summary>
public sealed class PreparedForms(ITicketQueue queue, FormGate gate, Submissions submissions, TimeProvider time)
{
    /// <summary>The form behind a link; null when there is none (any more).</summary>
    public Task<PreparedForm?> ReadAsync(OfficeDocument office, string token) => submissions.PreparedAsync(office.Slug, TicketToken.Hash(token));

    /// <summary>
    /// Keeps a new one. Its token comes of the page's request id and the device: whoever presses twice has one form, and nobody else can know it.
    /// </summary>
    public async Task<(string? Code, string Token)> KeepAsync(OfficeDocument office, ServiceDefinition service, FormAnswers answers, string requestId, Caller caller)
    {
        var token = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"QueueHub.Prepared\n{office.Slug}\n{caller.Identity}\n{requestId}")).AsSpan(0, 16));
        return (await KeepAsync(office, service, answers, token, present: false), token);
    }

    /// <summary>Replaces one; its two days begin anew.</summary>
    public Task<string?> ChangeAsync(OfficeDocument office, ServiceDefinition service, FormAnswers answers, string token) =>
        KeepAsync(office, service, answers, token, present: true);

    /// <summary>Destroys one; also when it is gone already.</summary>
    public async Task<string?> DiscardAsync(OfficeDocument office, string tokenHash) => (await queue.DiscardFormAsync(Context(office), tokenHash)).Code;

    private async Task<string?> KeepAsync(OfficeDocument office, ServiceDefinition service, FormAnswers answers, string token, bool present)
    {
        var (code, check) = gate.Check(office, service, answers);
        if (code is not null)
        {
            return code;
        }

        var hash = TicketToken.Hash(token);
        return (await queue.PrepareFormAsync(Context(office), hash, service.Id, submissions.Seal(office.Slug, hash, check!.Answers), present)).Code;
    }

    // Of no day and no line.
    private QueueContext Context(OfficeDocument office)
    {
        var id = RandomNumberGenerator.GetHexString(32, lowercase: true);
        return new QueueContext(office.Slug, [], "", time.GetUtcNow().ToUnixTimeMilliseconds(), "citizen", new RequestBinding(id, id));
    }
}
