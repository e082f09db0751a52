using System.Security.Claims;
using Microsoft.Extensions.Options;
using QueueHub.Contracts;
using QueueHub.Contracts.History;
using QueueHub.Contracts.Staff;
using QueueHub.Offices;
using QueueHub.Staff;

namespace QueueHub.History.Webhooks;

/// <summary>
/// What administrators do with webhooks, each with those of their own offices; those of all offices are the district's. Both the programs' door and the
/// pages come through here. A refusal is a code of <see cref="ProblemCodes"/>; that one of another office is there is not said either.
/// </summary>
internal sealed class WebhookCare(WebhookStore store, IOffices offices, IOptions<WebhookOptions> options, TimeProvider time)
{
    /// <summary>True when the person looks after webhooks of the office; null: of all.</summary>
    public static bool May(ClaimsPrincipal user, string? office) =>
        office is null ? StaffAccess.DistrictRole(user) >= StaffRole.Administrator : StaffAccess.May(user, office, StaffRole.Administrator);

    public async Task<IReadOnlyList<WebhookView>> ListAsync(ClaimsPrincipal user, CancellationToken cancellation) =>
        [.. (await store.ListAsync(cancellation)).Where(webhook => May(user, webhook.Office))];

    public async Task<WebhookPage?> FindAsync(ClaimsPrincipal user, string id, CancellationToken cancellation) =>
        await OwnAsync(user, id, cancellation) is { } webhook
            ? new WebhookPage(webhook, await store.DeadAsync(webhook.Id, cancellation), await store.LogAsync(webhook.Id, null, cancellation))
            : null;

    /// <summary>What was done with those of the person's offices, newest first; also with those that are gone.</summary>
    public Task<IReadOnlyList<WebhookAct>> LogAsync(ClaimsPrincipal user, CancellationToken cancellation) => store.LogAsync(
        null, May(user, null) ? null : [.. offices.All.Select(office => office.Slug).Where(office => May(user, office))], cancellation);

    public async Task<(WebhookMade? Made, string? Code)> CreateAsync(ClaimsPrincipal user, WebhookWish wish)
    {
        if (!May(user, wish.Office))
        {
            return (null, ProblemCodes.Forbidden);
        }

        if (!options.Value.Allows(wish.Url) || wish.Types is not { Count: > 0 } || wish.Types.Any(type => !WebhookMessage.Types.Contains(type))
            || (wish.Office is not null && offices.Find(wish.Office) is null))
        {
            return (null, ProblemCodes.InvalidWebhook);
        }

        var (id, secret) = await store.CreateAsync(wish, StaffAccess.StaffId(user), time.GetUtcNow());
        return (new WebhookMade(id, secret), null);
    }

    public Task<string?> PauseAsync(ClaimsPrincipal user, string id) => ChangeAsync(user, id, store.PauseAsync);

    public Task<string?> ResumeAsync(ClaimsPrincipal user, string id) => ChangeAsync(user, id, store.ResumeAsync);

    public Task<string?> DeleteAsync(ClaimsPrincipal user, string id) => ChangeAsync(user, id, store.DeleteAsync);

    /// <summary>Sends one dead message again, or all (null); where there are none, all is done already.</summary>
    public async Task<string?> ResendAsync(ClaimsPrincipal user, string id, string? message)
    {
        var sent = 0;
        return await ChangeAsync(user, id, async (webhook, by, now) => { sent = await store.ResendAsync(webhook, message, by, now); })
            ?? (message is not null && sent == 0 ? ProblemCodes.UnknownWebhookMessage : null);
    }

    private async Task<string?> ChangeAsync(ClaimsPrincipal user, string id, Func<Guid, string, DateTimeOffset, Task> change)
    {
        if (await OwnAsync(user, id, CancellationToken.None) is not { } webhook)
        {
            return ProblemCodes.UnknownWebhook;
        }

        await change(webhook.Id, StaffAccess.StaffId(user), time.GetUtcNow());
        return null;
    }

    private async Task<WebhookView?> OwnAsync(ClaimsPrincipal user, string id, CancellationToken cancellation) =>
        Guid.TryParse(id, out var known) && await store.FindAsync(known, cancellation) is { } webhook && May(user, webhook.Office) ? webhook : null;
}
