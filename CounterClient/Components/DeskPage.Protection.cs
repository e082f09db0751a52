using System.Globalization;
using Microsoft.JSInterop;
using QueueHub.Contracts.Boards;

namespace CounterClient.Components;

/// <summary>What protects the clerk: the silent alarm, leaving and coming back, and the record of what has happened.</summary>
public sealed partial class DeskPage
{
    private const string AlarmKey = "queuehub.alarm";
    private const string VisitKey = "queuehub.visit";

    private string? _keptAlarm;
    private (long Ticket, int Number)? _here;
    private (long Ticket, int Number)? _last;

    // What is pressed in vain is told beside the button.
    private string? _aside;
    private bool _offersRecord;
    private bool _away;

    private RecoveryBreak Recovery { get; set; } = null!;
    private IncidentNotes Notes { get; set; } = null!;

    private IReadOnlyList<(long Ticket, string Label)> Visits =>
    [
        .. _here is { } here ? [(here.Ticket, Texts.Protection.ThisTicket(here.Number))] : Array.Empty<(long, string)>(),
        .. _last is { } last ? [(last.Ticket, Texts.Protection.LastTicket(last.Number))] : Array.Empty<(long, string)>(),
    ];

    /// <summary>The key of the silent alarm was struck, wherever the focus was and whatever else is under way.</summary>
    [JSInvokable]
    public Task OnAlarm() => InvokeAsync(Help);

    private void Help()
    {
        if (Session.Desk is { IsMine: true })
        {
            _aside = null;
            Session.Alarm.Raise();
        }
        else
        {
            _aside = Texts.Protection.OnlyAtCounter;
            StateHasChanged();
        }
    }

    private void AdoptFocus() => _adoptFocus = true;

    private void BeginProtection()
    {
        Recovery = new RecoveryBreak(Protection, Office, Counter, Person.Id, Session.GiveAsync, () => Session.Clock.Now, OnSessionChanged);
        Notes = new IncidentNotes(Protection, Office, Counter, OnSessionChanged);
        (Recovery.Language, Notes.Language) = (Texts.Language, Texts.Language);
    }

    private void EndProtection()
    {
        Recovery.Dispose();
        Notes.Dispose();
    }

    // An alarm that was not taken goes on after a reload; the last visit is what a record is most often about.
    private async Task RecallAsync()
    {
        _keptAlarm = await Page.ReadTabAsync(AlarmKey);
        if (KeptAlarm.Parse(_keptAlarm) is { } kept && kept.IsOf(Person.Id, Office, Counter, Time.GetUtcNow()))
        {
            Session.Alarm.Raise(kept.RequestId);
        }

        if ((await Page.ReadTabAsync(VisitKey))?.Split(' ') is [var office, var ticket, var number] && office == Office
            && long.TryParse(ticket, CultureInfo.InvariantCulture, out var ordinal) && int.TryParse(number, CultureInfo.InvariantCulture, out var called))
        {
            _last = (ordinal, called);
        }
    }

    private async Task KeepAlarmAsync()
    {
        var kept = Session.Alarm.Pending is not { } pending ? null
            : KeptAlarm.Parse(_keptAlarm) is { } known && known.RequestId == pending ? _keptAlarm
            : new KeptAlarm(Person.Id, Office, Counter, pending, Time.GetUtcNow().ToUnixTimeMilliseconds()).ToString();
        if (kept != _keptAlarm)
        {
            _keptAlarm = kept;
            await Page.WriteTabAsync(AlarmKey, kept);
        }
    }

    private async Task FollowVisitAsync(Desk desk)
    {
        _aside = desk.IsMine ? null : _aside;
        var here = desk is { IsMine: true, Ticket: { } ticket } ? (ticket.Ordinal, ticket.Number) : ((long, int)?)null;
        if (here == _here)
        {
            return;
        }

        (_last, _here) = (_here ?? _last, here);
        _offersRecord &= here is null;
        if (_last is { } last)
        {
            await Page.WriteTabAsync(VisitKey, string.Create(CultureInfo.InvariantCulture, $"{Office} {last.Ticket} {last.Number}"));
        }
    }

    // Whether the room is booked matters to whoever is away, and to nobody who is not.
    private async Task FollowRecoveryAsync(Desk desk)
    {
        var away = desk is { Stage: DeskStage.Paused, Counter: { PauseUntil: not null, PauseReason: not { Length: > 0 } } };
        if (away != _away)
        {
            _away = away;
            await (away ? Recovery.ReadAsync() : Task.CompletedTask);
        }
    }

    // What follows an order that was carried out.
    private Task AfterAsync(DeskOrder order)
    {
        _offersRecord = order.Action == DeskAction.EndVisit;
        return order.Action == DeskAction.Open ? Recovery.ReturnAsync() : Task.CompletedTask;
    }

    private Task SavedAsync()
    {
        (_offersRecord, _announcement) = (false, Texts.Protection.Saved);
        return AnsweredAsync();
    }
}
