using System.Globalization;
using Microsoft.AspNetCore.Components.Web;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;

namespace CounterClient.Components;

/// <summary>What the desk asks in front of itself: opened, brought back after a reload, answered.</summary>
public sealed partial class DeskPage
{
    private static bool OfCounter(DeskAction action) =>
        action is DeskAction.Open or DeskAction.Pause or DeskAction.Close or DeskAction.CallNext or DeskAction.SetServices;

    private static bool Asks(DeskAction action) => action is DeskAction.Park or DeskAction.Pause or DeskAction.Transfer or DeskAction.Requeue
        or DeskAction.Cancel or DeskAction.SetServices or DeskAction.SetJourney or DeskAction.Warn or DeskAction.EndVisit;

    private static DeskView? ViewOf(string chord) =>
        chord == Shortcuts.Preview.Chord ? DeskView.Preview
        : chord == Shortcuts.Ending.Chord ? DeskView.Ending
        : chord == Shortcuts.Issue.Chord ? DeskView.Issue
        : chord == Shortcuts.StepAway.Chord ? DeskView.StepAway
        : chord == Shortcuts.Record.Chord ? DeskView.Record
        : null;

    private Task AskAsync(DeskAction? action, DeskTicket? ticket) => AskAsync(new Question(action, null, ticket?.Ordinal, ticket?.Number));

    private Task AskAsync(DeskView view, DeskTicket? ticket = null) => AskAsync(new Question(null, view, ticket?.Ordinal, ticket?.Number));

    private Task AskAsync(Question question)
    {
        Session.Dismiss();
        _question = question;
        Notes.Dismiss();
        return Drafts.BeginAsync($"{question.Action?.ToString() ?? question.View?.ToString()} {question.About}");
    }

    // A view is shown only where it has something to show.
    private Task ShowAsync(DeskView view) => (view, Session.Desk) switch
    {
        _ when Busy => Task.CompletedTask,
        (DeskView.Preview, { Stage: DeskStage.Idle, NextUp: not null }) => AskAsync(view),
        (DeskView.Ending, { Stage: DeskStage.Serving, Ticket: { } ticket }) => AskAsync(view, ticket),
        (DeskView.StepAway, { } desk) => DeskActions.CanStepAway(desk) is var blocked and not Blocked.No ? RefuseAsync(DeskAction.Pause, blocked) : AskAsync(view),
        (DeskView.TakeOver, { Stage: DeskStage.Taken }) or (DeskView.Issue or DeskView.Record, not null) => AskAsync(view),
        _ => Task.CompletedTask,
    };

    private Task RefuseAsync(DeskAction action, Blocked blocked)
    {
        Session.Refuse(new DeskOrder(action), Texts.BlockedReason(blocked));
        return Task.CompletedTask;
    }

    /// <summary>What was being asked when the page was loaded anew is asked again, with what was typed.</summary>
    private void Restore(Desk desk)
    {
        if (_restored)
        {
            return;
        }

        _restored = true;
        if (Drafts.Subject?.Split(' ') is [nameof(DeskView.Record), ..])
        {
            _question = new Question(null, DeskView.Record, null, null);
        }
        else if (Drafts.Subject?.Split(' ') is [var name, var about] && Enum.TryParse<DeskAction>(name, out var action) && desk.IsMine)
        {
            var ticket = long.TryParse(about, CultureInfo.InvariantCulture, out var ordinal) ? desk.Find(ordinal) : null;
            if (ticket is not null || about.Length == 0)
            {
                _question = new Question(action, null, ticket?.Ordinal, ticket?.Number);
            }
        }
    }

    private async Task CallSeenAsync((DeskTicket Ticket, bool Skipped) seen)
    {
        if (Busy)
        {
            return;
        }

        if (seen.Skipped)
        {
            await AskAsync(DeskAction.Call, seen.Ticket);
        }
        else
        {
            await GiveAsync(new DeskOrder(DeskAction.CallNext, seen.Ticket.Ordinal));
        }
    }

    private Task OnQuestionKeyAsync(KeyboardEventArgs key) =>
        _question?.View == DeskView.Issue && _issue is { } issue && !key.Repeat && !key.CtrlKey && !key.AltKey ? issue.StrikeAsync(key.Code) : Task.CompletedTask;

    private async Task AnsweredAsync()
    {
        if (_question is not null)
        {
            _question = null;
            _adoptFocus = true;
            Session.Dismiss();
            await Drafts.EndAsync();
        }
    }

    private string Title(Question question) => question switch
    {
        { View: DeskView.Preview } => Texts.Console.PreviewTitle,
        { View: DeskView.Ending } => Texts.Console.EndingTitle,
        { View: DeskView.Issue } => Texts.Console.Issue,
        { View: DeskView.TakeOver } => Texts.Console.TakeOverTitle(Counter),
        { View: DeskView.StepAway } => Texts.Protection.StepAwayTitle,
        { View: DeskView.Record } => Texts.Protection.Record,
        { View: not null } => Texts.AskLeave,
        { Action: DeskAction.Pause } => Texts.AskPause,
        { Action: DeskAction.SetServices } => Texts.Console.ServicesTitle,
        { Action: DeskAction.Call, Number: { } number } => Texts.AskCall(number),
        { Action: DeskAction.Park, Number: { } number } => Texts.AskPark(number),
        { Action: DeskAction.Transfer, Number: { } number } => Texts.AskTransfer(number),
        { Action: DeskAction.SetJourney, Number: { } number } => Texts.Console.JourneyTitle(number),
        { Action: DeskAction.Requeue, Number: { } number } => Texts.AskRequeue(number),
        { Action: DeskAction.Cancel, Number: { } number } => Texts.AskCancel(number),
        { Action: DeskAction.Warn, Number: { } number } => Texts.Protection.WarnTitle(number),
        { Action: DeskAction.EndVisit, Number: { } number } => Texts.Protection.EndTitle(number),
        { Action: DeskAction.AttachForm, Number: { } number } => Texts.Elsewhere.ReplaceTitle(number),
        _ => Texts.TicketName(question.Number ?? 0),
    };

    // Only a called ticket has a place to go back to; one that waits is there already.
    private IEnumerable<(string Value, string Label)> PlacesFor(DeskTicket ticket) =>
        Places.Where(places => places > 0 || ticket.State == TicketState.Called)
            .Select(places => (places.ToString(CultureInfo.InvariantCulture), Texts.Behind(places)));

    /// <summary>What is being asked: about an action, about a ticket of the lists, or with a view of its own.</summary>
    /// <param name="About">Ordinal of the ticket it speaks of.</param>
    private sealed record Question(DeskAction? Action, DeskView? View, long? About, int? Number);
}
