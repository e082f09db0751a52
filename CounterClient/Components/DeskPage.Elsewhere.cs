using QueueHub.Contracts;
using QueueHub.Contracts.Offices;

namespace CounterClient.Components;

/// <summary>What comes to the desk by a code reader, and what leaves it for another office.</summary>
public sealed partial class DeskPage
{
    private IReadOnlyList<OfficeInfo>? _offices;
    private string? _scanned;

    // A code that is not one's own stays on the screen as a sentence; one that is leads on without a further click.
    private async Task ScannedAsync(string text)
    {
        // An order is under way for moments only: what is read meanwhile must not be lost in silence.
        for (var waited = 0; Busy && waited < 50; waited++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), Time);
        }

        if (Busy || Session.Desk is not { } desk)
        {
            return;
        }

        await AnsweredAsync();
        var step = Scan.Of(text, desk);
        if (step == ScanStep.FindTicket)
        {
            if (await Session.FindAsync(text) is { } ticket)
            {
                await (ticket.Ordinal == desk.Ticket?.Ordinal ? Task.CompletedTask : AskAsync(null, ticket));
                return;
            }

            step = Scan.MayBeForm(text, desk) ? Scan.OfForm(desk) : step;
        }

        await (step switch
        {
            ScanStep.Attach => GiveScannedAsync(text),
            ScanStep.AskToReplace => AskToReplaceAsync(text),
            ScanStep.NoTicket => SayAsync(Texts.Elsewhere.NoTicket),
            ScanStep.FindTicket => SayAsync(Texts.Elsewhere.NotHere),
            _ => SayAsync(Texts.Elsewhere.NotOurs),
        });
    }

    // Something may have been written that the board does not tell of: a draft.
    private async Task GiveScannedAsync(string code)
    {
        if (!await Session.GiveAsync(Scan.Order(Session.Desk!.Ticket!, code, replace: false)) && Session.Failure?.Code == ProblemCodes.FormConflict)
        {
            await AskToReplaceAsync(code);
        }
    }

    private Task AskToReplaceAsync(string code)
    {
        _scanned = code;
        return AskAsync(DeskAction.AttachForm, Session.Desk?.Ticket);
    }

    private Task SayAsync(string sentence)
    {
        Session.Refuse(new DeskOrder(DeskAction.AttachForm), sentence);
        return Task.CompletedTask;
    }

    private async Task<IReadOnlyList<OfficeInfo>?> OfficesAsync() => _offices ??= await Staff.OfficesAsync(CancellationToken.None);

    private string OfficeName(string slug) => _offices?.FirstOrDefault(office => office.Slug == slug)?.Name.In(Texts.Language) ?? slug;
}
