using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;
using QueueHub.Live.Boards;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Tickets.Arrival;
using QueueHub.Tickets.Rows;

namespace QueueHub.Tickets.Commands;

/// <inheritdoc cref="ICitizenCommands"/>
public sealed class CitizenCommands(
    CommandRunner runner, OpeningTimes hours, FormGate gate, PreparedForms prepared, Submissions submissions, FormEdits edits, TicketToken tokens, WaitForecasts forecasts,
    TimeProvider time)
    : ICitizenCommands
{
    public Task<IssueOutcome> IssueAsync(OfficeDocument office, IssueRequest request, Caller caller) =>
        IssueAsync(office, request, "Issue", request, caller);

    public async Task<IssueOutcome> IssuePreparedAsync(OfficeDocument office, string token, string requestId, Caller caller, bool companion = false)
    {
        var hash = TicketToken.Hash(token);
        var bound = new PreparedRequest(requestId, hash);
        if (await submissions.PreparedAsync(office.Slug, hash) is not { } form)
        {
            return await AnsweredBeforeAsync(office, bound, caller);
        }

        var request = new IssueRequest(requestId, form.Service, Form: form.Form.Answers, Companion: companion);
        var outcome = await IssueAsync(office, request, "IssuePrepared", bound, caller);
        if (outcome.Ok)
        {
            // It is the ticket's now. Should this fail it ends by itself.
            await prepared.DiscardAsync(office, hash);
        }

        return outcome;
    }

    // The form goes when its number is given: who asks again because the answer was lost finds none. As if the office were closed, for then nothing but an answer
    // given before is answered.
    private async Task<IssueOutcome> AnsweredBeforeAsync(OfficeDocument office, PreparedRequest bound, Caller caller)
    {
        var token = TicketToken.New();
        var nothing = new TicketIssue([office.Services[0].Id], 1, 1, PriorityClass.Standard, 0, caller.Channel, caller.Language, TicketToken.Hash(token), "", Closed: true);
        var reply = await runner.RunAsync(office, caller, "IssuePrepared", bound, (queue, context) => queue.IssueAsync(context, nothing));
        return reply is { Ok: true, Event: { } @event, Ticket: { } ticket, Sealed: { } @sealed }
            ? Issued(office, @event, ticket, tokens.Open(@sealed))
            : Refused(reply.Code is ProblemCodes.OfficeClosed or ProblemCodes.DayClosed ? ProblemCodes.UnknownPreparedForm : reply.Code ?? ProblemCodes.Internal);
    }

    /// <param name="bound">What the request id is bound to.</param>
    private async Task<IssueOutcome> IssueAsync<TRequest>(OfficeDocument office, IssueRequest request, string name, TRequest bound, Caller caller)
        where TRequest : ICommandRequest
    {
        if (CommandLimits.Check(request) is { } malformed)
        {
            return Refused(malformed);
        }

        if (office.Service(request.Service) is not { } service)
        {
            return Refused(ProblemCodes.UnknownService);
        }

        if (request.Then?.Any(then => office.Service(then) is null) == true)
        {
            return Refused(ProblemCodes.UnknownService);
        }

        if (office.Class(request.Class ?? PriorityClass.Standard) is not { } priority)
        {
            return Refused(ProblemCodes.UnknownClass);
        }

        if (priority.Id != PriorityClass.Standard && !priority.GrantedBy.Contains(caller.Channel))
        {
            return Refused(ProblemCodes.Forbidden);
        }

        var token = TicketToken.New();
        SealedForm? form = null;
        if (request.Form is { } answers)
        {
            var (code, check) = gate.Check(office, service, answers);
            if (code is not null)
            {
                return new IssueOutcome(code, null, null, check?.Sentences(caller.Language));
            }

            form = submissions.Seal(office.Slug, TicketToken.Hash(token), check!.Answers);
        }

        // Clerks may give a number at any hour: to somebody who stands before them.
        var opening = hours.Of(office);
        var issue = new TicketIssue(
            [service.Id, .. request.Then ?? []], service.From, service.To, priority.Id, (long)TimeSpan.FromMinutes(priority.CreditMinutes).TotalMilliseconds,
            caller.Channel, request.Language ?? caller.Language, TicketToken.Hash(token), tokens.Seal(token), OnTheWay: caller.Channel == Channels.Phone && !IsThere(office, caller), form,
            Closed: !opening.Open && caller.Channel == Channels.Phone, Phone: Phone(office, request, caller), WatchHash: TicketToken.Hash(TicketToken.Watch(token)),
            Expected: forecasts.Newcomer(office, service.Id, (long)TimeSpan.FromMinutes(priority.CreditMinutes).TotalMilliseconds));
        var reply = await runner.RunAsync(office, caller, name, bound, (queue, context) => queue.IssueAsync(context, issue));
        if (reply is not { Ok: true, Event: { } @event, Ticket: { } ticket })
        {
            return Refused(reply.Code ?? ProblemCodes.Internal) with
            {
                Sentence = reply.Code == ProblemCodes.OfficeClosed ? ClosedUntil(opening, caller.Language) : null,
            };
        }

        await runner.SettleAsync(office.Slug, @event.Version);
        return Issued(office, @event, ticket, reply.Sealed is { } @sealed ? tokens.Open(@sealed) : token);
    }

    // An office that has ceased to require it shows no codes any more: who is still on the way just says so.
    private static bool IsThere(OfficeDocument office, Caller caller) => !office.Rules.RequiresPresence || caller.Here == office.Slug;

    // Whoever keeps no cookie cannot be told from others.
    private PhoneLimit? Phone(OfficeDocument office, IssueRequest request, Caller caller) => caller is { Channel: Channels.Phone, Device: { } device }
        ? new PhoneLimit(PhoneHolds.NameOf(office, device, time.GetUtcNow()), request.Companion ? office.Rules.TicketsPerPhone : 1)
        : null;

    private static IssueOutcome Issued(OfficeDocument office, OfficeEvent @event, TicketRow ticket, string token) =>
        new(null, new IssuedTicket(ticket.Number, ticket.Service, $"/{office.Slug}/t/{token}", @event.Version, ticket.Ordinal), @event);

    public async Task<Outcome> SubmitFormAsync(OfficeDocument office, TicketRow ticket, string requestId, FormAnswers answers, StoredForm seen, Caller caller)
    {
        if (ticket is { State: TicketState.Called or TicketState.Serving, Corrections: { } asked })
        {
            return await CorrectFormAsync(office, ticket, asked, requestId, answers, seen, caller);
        }

        var (code, check) = gate.Check(office, office.Service(ticket.Service), answers);
        if (code is not null)
        {
            return new Outcome(code, null, check?.Sentences(caller.Language));
        }

        var form = submissions.Seal(office.Slug, ticket.TokenHash, check!.Answers, seen);
        return await RunAsync(office, caller, "SubmitForm", new FormRequest(requestId, ticket.Ordinal, answers),
            (queue, context) => queue.SubmitFormAsync(context, ticket.Ordinal, form));
    }

    // Of the fields the clerk asks for alone: what is still missing elsewhere is written at the counter.
    private async Task<Outcome> CorrectFormAsync(
        OfficeDocument office, TicketRow ticket, IReadOnlyList<string> asked, string requestId, FormAnswers answers, StoredForm seen, Caller caller)
    {
        if (gate.Template(office.Service(ticket.Service), answers) is not { } template)
        {
            return new Outcome(ProblemCodes.UnknownForm, null);
        }

        var correction = Correction.Of(template, asked, seen, answers.Values, OfficeClock.Date(office, time.GetUtcNow()));
        if (correction.Errors.Count > 0)
        {
            return new Outcome(ProblemCodes.FormInvalid, null, correction.Sentences(caller.Language));
        }

        var changes = correction.Changes.Select(change => new SealedAnswer(change.Leaf.Key, submissions.Seal(office.Slug, ticket.TokenHash, change.Leaf.Key, change.Values)));
        var form = new SealedForm(template.Id, template.Version, correction.Check.Answers.Values.Count, [.. changes], seen.Revisions);
        return await RunAsync(office, caller, "SubmitForm", new FormRequest(requestId, ticket.Ordinal, answers),
            (queue, context) => queue.SubmitFormAsync(context, ticket.Ordinal, form));
    }

    public Task<Outcome> ArriveAsync(OfficeDocument office, TicketRow ticket, string requestId, Caller caller)
    {
        if (!IsThere(office, caller))
        {
            return Task.FromResult(Outcome.Refused(ProblemCodes.PresenceRequired));
        }

        var credit = Math.Clamp(time.GetUtcNow().ToUnixTimeMilliseconds() - ticket.Issued, 0, office.Rules.ArrivalCreditMilliseconds);
        var expected = forecasts.Newcomer(office, ticket.Service, ticket.Credit + credit);
        return RunAsync(office, caller, "Arrive", new TicketRequest(requestId, ticket.Ordinal),
            (queue, context) => queue.ArriveAsync(context, ticket.Ordinal, office.Rules.ArrivalCreditMilliseconds, expected));
    }

    public Task<Outcome> LetOthersFirstAsync(OfficeDocument office, TicketRow ticket, string requestId, int places, Caller caller)
    {
        // The script asks for a waiting one again; here only what is the same at any time.
        return places >= 1 && places <= office.Rules.LetOthersFirstPlaces
            ? RunAsync(office, caller, "LetOthersFirst", new RequeueRequest(requestId, ticket.Ordinal, places),
                (queue, context) => queue.RequeueAsync(context, ticket.Ordinal, places, office.Rules.RequeueLimit))
            : Task.FromResult(new Outcome(ProblemCodes.RequeueLimit, null));
    }

    public Task<Outcome> RateAsync(OfficeDocument office, TicketRow ticket, string requestId, int rating, Caller caller) =>
        RunAsync(office, caller, "Rate", new RateRequest(requestId, ticket.Ordinal, rating), (queue, context) => queue.RateAsync(context, ticket.Ordinal, rating));

    public Task<Outcome> CancelAsync(OfficeDocument office, TicketRow ticket, string requestId, Caller caller) =>
        RunAsync(office, caller, "Cancel", new TicketRequest(requestId, ticket.Ordinal), (queue, context) => queue.CancelAsync(context, ticket.Ordinal));

    public Task<FormEditReply> EditFormAsync(OfficeDocument office, TicketRow ticket, IReadOnlyList<FieldChange>? changes, Caller caller) =>
        edits.EditAsync(office, ticket, changes, caller);

    public Task<StoredForm?> FormAsync(OfficeDocument office, TicketRow ticket) => submissions.ReadAsync(office.Slug, ticket);

    private async Task<Outcome> RunAsync<TRequest>(
        OfficeDocument office, Caller caller, string name, TRequest request, Func<ITicketQueue, QueueContext, Task<QueueReply>> script)
        where TRequest : ICommandRequest
    {
        var reply = await runner.RunAsync(office, caller, name, request, script);
        if (reply.Event is { } @event)
        {
            await runner.SettleAsync(office.Slug, @event.Version);
        }

        return new Outcome(reply.Code, reply.Event);
    }

    private string? ClosedUntil(Opening opening, string language) =>
        opening.Opens(time.GetUtcNow()) is { } opens ? ProblemTexts.OfficeClosedUntil(opens).In(language) : null;

    private static IssueOutcome Refused(string code) => new(code, null, null);

    private sealed record PreparedRequest(string RequestId, string Form) : ICommandRequest;

    private sealed record FormRequest(string RequestId, long Ticket, FormAnswers Answers) : ICommandRequest;
}
