using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.Tickets;

/// <summary>
/// The queue of every office: one method per Lua script in Tickets/Lua, marshalling only. Each either carries the command out whole,
/// or answers a code of <see cref="Contracts.ProblemCodes"/> and leaves everything unchanged.
/// </summary>
public interface ITicketQueue
{
    /// <summary>Opens a business day; founds the office when it has no epoch yet, above the given floors (what history already knows).</summary>
    Task<QueueReply> OpenDayAsync(QueueContext context, DayOpening opening);

    /// <summary>Expires those of a batch of tickets that live and destroys their submissions; refused with <c>wrong_state</c> when none does.</summary>
    Task<QueueReply> ExpireTicketsAsync(QueueContext context, IReadOnlyList<long> tickets);

    /// <summary>
    /// Closes the day and its counters, and expires what still lives; refused with <c>wrong_state</c> when it is closed, or when more than 200 tickets live:
    /// then <see cref="ExpireTicketsAsync"/> comes first.
    /// </summary>
    Task<QueueReply> CloseDayAsync(QueueContext context);

    /// <summary>Lets commands in again after Redis was restarted: the office is as it must be.</summary>
    Task<QueueReply> ConfirmAsync(QueueContext context, FoundOffice found);

    /// <summary>Founds the office anew from what is known elsewhere: Redis has lost it, or was set back.</summary>
    Task<QueueReply> RebuildAsync(QueueContext context, OfficeRebuild rebuild);

    Task<QueueReply> OpenCounterAsync(QueueContext context, string counter, CounterOpening opening);
    Task<QueueReply> SetServicesAsync(QueueContext context, string counter, IReadOnlyList<string> primary, IReadOnlyList<string> helping);
    Task<QueueReply> PauseCounterAsync(QueueContext context, string counter, string? reason, CounterPause? pause = null);
    Task<QueueReply> CloseCounterAsync(QueueContext context, string counter);

    Task<QueueReply> IssueAsync(QueueContext context, TicketIssue issue);
    /// <param name="creditCap">Longest credit for the time since issue, in milliseconds.</param>
    /// <param name="expected">What was foretold when it joined; null: nothing.</param>
    Task<QueueReply> ArriveAsync(QueueContext context, long ticket, long creditCap, TicketExpectation? expected = null);

    /// <summary>Says how a visit was, 1 to 5; no event when that was said already.</summary>
    Task<QueueReply> RateAsync(QueueContext context, long ticket, int rating);

    /// <summary>
    /// Submits the form of a ticket that is on the way, waiting, parked or absent, first or again; refused with <c>form_conflict</c> when any field has
    /// another revision than <see cref="SealedForm.Seen"/> says.
    /// </summary>
    Task<QueueReply> SubmitFormAsync(QueueContext context, long ticket, SealedForm form);

    /// <summary>
    /// Changes single fields of a form, each only while it has the revision its writer has seen; <see cref="QueueReply.Fields"/> tells which were written.
    /// The actor is the citizen until the ticket is called, then the clerk who holds its counter, or that counter's panel.
    /// </summary>
    Task<QueueReply> EditFormAsync(QueueContext context, FormEdit edit);

    /// <summary>Keeps a form that is written without a ticket for two days, first or again; on any day, so that of the context does not matter.</summary>
    /// <param name="present">It must be there already; otherwise refused with <c>unknown_prepared_form</c>.</param>
    Task<QueueReply> PrepareFormAsync(QueueContext context, string tokenHash, string service, SealedForm form, bool present);

    /// <summary>Destroys such a form; also when it is gone already.</summary>
    Task<QueueReply> DiscardFormAsync(QueueContext context, string tokenHash);

    /// <summary>Submits such a form, sealed anew, for the ticket at the clerk's counter.</summary>
    Task<QueueReply> AttachFormAsync(QueueContext context, string counter, FormAttachment attachment);

    /// <summary>Says that the clerk opens the form of the ticket at the counter; no event when it was said before.</summary>
    Task<QueueReply> OpenFormAsync(QueueContext context, string counter, long ticket);

    /// <summary>Lets the citizen at the counter write these fields on the phone.</summary>
    Task<QueueReply> AskCorrectionsAsync(QueueContext context, string counter, long ticket, IReadOnlyList<string> fields);

    /// <param name="expected">Refused with <c>next_changed</c> when the next one is another ticket.</param>
    Task<QueueReply> CallNextAsync(QueueContext context, string counter, long? expected = null);
    Task<QueueReply> CallAsync(QueueContext context, string counter, long ticket, string? reason);
    Task<QueueReply> RecallAsync(QueueContext context, string counter, long ticket, TimeSpan locked);
    Task<QueueReply> StartAsync(QueueContext context, string counter, long ticket);
    Task<QueueReply> CompleteAsync(QueueContext context, string counter, long ticket, Completion? completion = null);
    Task<QueueReply> NoShowAsync(QueueContext context, string counter, long ticket);
    Task<QueueReply> ReinstateAsync(QueueContext context, long ticket, int limit);
    Task<QueueReply> ParkAsync(QueueContext context, string counter, long ticket, string? note, string? place = null);
    Task<QueueReply> ResumeAsync(QueueContext context, long ticket);
    /// <param name="service">Null: it stays.</param>
    /// <param name="target">The one counter that is to call it; null: whoever serves the service.</param>
    Task<QueueReply> TransferAsync(QueueContext context, string counter, long ticket, string? service, string? target, long waitedCap);

    /// <summary>Begins to move the ticket at the counter to another office.</summary>
    Task<QueueReply> MoveOutAsync(QueueContext context, string counter, long ticket, string office, string service);

    /// <summary>Ends a ticket that has its number at another office.</summary>
    /// <param name="move">Which of its moves.</param>
    /// <param name="sealedToken">Of the link there; null when it is not known.</param>
    Task<QueueReply> MovedAsync(QueueContext context, long ticket, int move, TicketMoved moved, string? sealedToken);

    /// <summary>Takes back a move that the other office has refused.</summary>
    Task<QueueReply> MoveBackAsync(QueueContext context, long ticket, int move, string code);

    Task<QueueReply> SetJourneyAsync(QueueContext context, long ticket, IReadOnlyList<string> rest);
    /// <summary>Lets others go first. The citizen may only while waiting; a clerk also for a called one.</summary>
    Task<QueueReply> RequeueAsync(QueueContext context, long ticket, int places, int limit);
    Task<QueueReply> CancelAsync(QueueContext context, long ticket);

    /// <summary>Takes back what the caller did last to a ticket at the counter, within <paramref name="window"/>, if nobody has acted on it since.</summary>
    Task<QueueReply> UndoAsync(QueueContext context, string counter, long ticket, TimeSpan window);

    /// <summary>Shows a notice on the office's screens; null takes it away.</summary>
    Task<QueueReply> SetNoticeAsync(QueueContext context, OfficeNotice? notice);

    /// <summary>Submits the form of the ticket that is served as it is, signed by the citizen at the counter's panel; the actor is that panel.</summary>
    Task<QueueReply> SignFormAsync(QueueContext context, string counter, FormSigning signing);

    /// <summary>Gives the citizen at the counter a warning of some kind.</summary>
    Task<QueueReply> WarnAsync(QueueContext context, string counter, long ticket, string kind);

    /// <summary>Ends a visit against the citizen's will; refused with <c>warning_required</c> when no warning was given.</summary>
    Task<QueueReply> EndVisitAsync(QueueContext context, string counter, long ticket, string kind);

    /// <summary>Raises the silent alarm of a counter; no event when one stands.</summary>
    Task<QueueReply> RaiseAlarmAsync(QueueContext context, string counter);

    /// <param name="from">From where help comes; null: the supervisor who answers comes.</param>
    Task<QueueReply> AnswerAlarmAsync(QueueContext context, string counter, long alarm, string? from);

    Task<QueueReply> EndAlarmAsync(QueueContext context, string counter, long alarm);
}

/// <summary>What every command carries besides its own arguments.</summary>
/// <param name="Office">Slug; the hash tag of all keys.</param>
/// <param name="Lines">
/// The services of the office's document, and every other line in which tickets still wait: these are the script's declared keys. A ticket of any other is
/// refused with <c>unknown_service</c>.
/// </param>
/// <param name="Day">Business day the caller believes in; the script answers <c>day_changed</c> when it is not the current one.</param>
/// <param name="Now">Unix milliseconds from <see cref="TimeProvider"/>.</param>
/// <param name="By">
/// Actor: <c>staff:id</c>, <c>supervisor:id</c>, <c>citizen</c>, <c>panel:counter</c>, <c>system</c>. A staff actor must hold the counter it commands, a supervisor
/// commands all.
/// </param>
public sealed record QueueContext(string Office, IReadOnlyList<string> Lines, string Day, long Now, string By, RequestBinding Request);

/// <summary>A request id (32 hexadecimal digits) bound to its caller and body: SHA-256 of both, so that a guessed id returns nothing of another's.</summary>
public sealed record RequestBinding(string Id, string Hash);

/// <summary>How a counter is opened.</summary>
/// <param name="Desk">Names the sign-in that takes it.</param>
/// <param name="TakeOver">Also from whoever holds it.</param>
/// <param name="Staff">For a supervisor: whose it becomes; null: who holds it goes on.</param>
public sealed record CounterOpening(
    IReadOnlyList<string> Primary, IReadOnlyList<string> Helping, string? Desk = null, bool TakeOver = false, string? Staff = null);

/// <summary>How a counter is paused.</summary>
/// <param name="Length">How long it is meant to take.</param>
/// <param name="Leave">At once: the ticket at the counter and those who wait for it alone go back to their lines.</param>
/// <param name="WaitedCap">Longest waiting credit taken along, in milliseconds.</param>
public sealed record CounterPause(TimeSpan? Length = null, bool Leave = false, long WaitedCap = 0);

/// <summary>A signature, encrypted, under a form.</summary>
/// <param name="Fields">How many are filled.</param>
/// <param name="Seen">Every field of the form as the signer has seen it, removed ones included, with its revision.</param>
/// <param name="Kind">See <see cref="Contracts.Forms.SignatureKind"/>.</param>
public sealed record FormSigning(
    long Ticket, string Template, int Version, int Fields, IReadOnlyDictionary<string, int> Seen, string Kind, byte[] Ciphertext);

/// <summary>How a service ends.</summary>
/// <param name="Next">Service to pass the ticket on to before what is left of its journey.</param>
/// <param name="EndVisit">Nothing is left of the journey.</param>
/// <param name="WaitedCap">Longest waiting credit taken along, in milliseconds.</param>
public sealed record Completion(string? Result = null, string? Next = null, bool EndVisit = false, long WaitedCap = 0);

/// <summary>How a day is opened.</summary>
/// <param name="NewEpoch">Used only when the office has none; empty: then it is not founded, and the answer is <c>unavailable</c>.</param>
/// <param name="Simulated">The office runs on its own clock: the comparison with Redis's time is skipped.</param>
public sealed record DayOpening(string NewEpoch, long FloorVersion, long FloorOrdinal, bool Simulated);

/// <summary>What a Redis that is not confirmed holds of an office.</summary>
/// <param name="Epoch">Empty when it holds nothing.</param>
public readonly record struct FoundOffice(string Epoch, long Version);

/// <summary>An office to be founded anew.</summary>
/// <param name="Found">What Redis held when this was decided; refused when it has changed.</param>
/// <param name="FloorVersion">The new epoch's versions begin above it.</param>
/// <param name="FloorOrdinal">New tickets' ordinals begin above it.</param>
/// <param name="At">Office time of the rows, Unix milliseconds.</param>
/// <param name="Numbers">Service → number after which the next one is looked for.</param>
/// <param name="Known">Events that Redis lacks and history may lack, oldest first; put into the log before the new epoch.</param>
public sealed record OfficeRebuild(
    FoundOffice Found, string NewEpoch, long FloorVersion, long FloorOrdinal, bool DayOpen, long At, bool Simulated,
    IReadOnlyList<TicketRow> Tickets, IReadOnlyList<CounterRow> Counters, IReadOnlyDictionary<string, int> Numbers, IReadOnlyList<OfficeEvent> Known);

/// <summary>A ticket to issue.</summary>
/// <param name="Credit">Milliseconds of credit of its class.</param>
/// <param name="SealedToken">The token encrypted, stored with the request's result so that a repeated request gets the same link.</param>
/// <param name="OnTheWay">Presence is still to be shown.</param>
/// <param name="Closed">The office is closed to this caller: refused with <c>office_closed</c>, unless the request was answered before.</param>
/// <param name="Origin">The ticket of another office that becomes this one: then the answer is kept for 36 hours, and a refusal stands.</param>
/// <param name="Waited">Milliseconds it has waited there, as far as they count here.</param>
/// <param name="Phone">The phone that takes it; null for a caller that is none.</param>
/// <param name="WatchHash">SHA-256 of the token that may only look, lower-case hexadecimal.</param>
/// <param name="Expected">What was foretold; null: nothing.</param>
public sealed record TicketIssue(
    IReadOnlyList<string> Journey, int From, int To, string Class, long Credit, string Channel, string Language,
    string TokenHash, string SealedToken, bool OnTheWay = false, SealedForm? Form = null, bool Closed = false,
    TicketOrigin? Origin = null, long Waited = 0, PhoneLimit? Phone = null, string? WatchHash = null, TicketExpectation? Expected = null);

/// <summary>How many living tickets of one service a phone may hold.</summary>
/// <param name="Hash">Of the phone, for this office and day alone.</param>
public sealed record PhoneLimit(string Hash, int Most);

/// <summary>A form to submit: encrypted, and what may be known of it.</summary>
/// <param name="Fields">How many are filled.</param>
/// <param name="Answers">What changes: everything, when there was no form before.</param>
/// <param name="Seen">Every field of the form as the writer knows it, removed ones included, with its revision.</param>
public sealed record SealedForm(
    string Template, int Version, int Fields, IReadOnlyList<SealedAnswer> Answers, IReadOnlyDictionary<string, int> Seen);

/// <summary>One field encrypted; null removes it.</summary>
public sealed record SealedAnswer(string Field, byte[]? Ciphertext);

/// <summary>A prepared form for a ticket.</summary>
/// <param name="PreparedHash">Hash of the prepared form's token.</param>
/// <param name="Service">The service that asks for it; refused with <c>unknown_form</c> when the ticket is at another.</param>
/// <param name="Replace">What is written already may go; otherwise refused with <c>form_conflict</c>.</param>
public sealed record FormAttachment(long Ticket, string PreparedHash, string Service, SealedForm Form, bool Replace);

/// <summary>An edit of single fields.</summary>
/// <param name="Counter">Where the clerk or panel stands; null for the citizen.</param>
public sealed record FormEdit(long Ticket, string? Counter, string Template, int Version, IReadOnlyList<SealedChange> Changes);

/// <summary>A change of one field.</summary>
/// <param name="Seen">The revision that the writer changes; 0 when the field never had one.</param>
/// <param name="Ciphertext">Null removes the field.</param>
/// <param name="Again">The seen revision was acknowledged and may be lost: where there is an older one, this becomes it again.</param>
public sealed record SealedChange(string Field, int Seen, byte[]? Ciphertext, bool Again = false);

/// <summary>A field as it is after an edit.</summary>
/// <param name="Written">This edit wrote it; otherwise somebody else had changed it before.</param>
/// <param name="Ciphertext">Null: it is removed, or was never there.</param>
public sealed record FieldReply(string Field, bool Written, int Revision, byte[]? Ciphertext);

/// <summary>A script's answer. <see cref="Code"/> is null when the command was carried out.</summary>
/// <param name="Event">Null when it was refused, and for an edit of a form, which has none.</param>
/// <param name="Replayed">The same request was answered before; nothing was done now.</param>
/// <param name="Sealed">What issue stored with the request: the encrypted token.</param>
/// <param name="Fields">The fields of an edit.</param>
public sealed record QueueReply(
    string? Code, OfficeEvent? Event, bool Replayed = false, string? Sealed = null, IReadOnlyList<FieldReply>? Fields = null)
{
    /// <summary>The ticket after the command.</summary>
    public TicketRow? Ticket => Event?.Tickets is [var first, ..] ? first : null;

    /// <summary>True when it was carried out, now or before.</summary>
    public bool Ok => Code is null;

    /// <summary>True when nothing was done only because it came so late that the node's clock seemed to be wrong: it may be sent again with the time of now.</summary>
    /// <param name="took">From the moment that was sent with it until the answer.</param>
    public bool CameTooLate(TimeSpan took) => Code == ProblemCodes.ClockSkew && took > TimeSpan.FromSeconds(1);
}
