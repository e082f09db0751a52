using System.Globalization;
using System.Text.Json;
using QueueHub.Contracts;
using QueueHub.Tickets.Rows;
using StackExchange.Redis;

namespace QueueHub.Tickets;

/// <summary>Marshals commands to their Lua scripts and the answers back. Decides nothing.</summary>
internal sealed class RedisTicketQueue(IConnectionMultiplexer redis, ILogger<RedisTicketQueue> logger) : ITicketQueue
{
    public Task<QueueReply> OpenDayAsync(QueueContext context, DayOpening opening) =>
        RunAsync(LuaScripts.OpenDay, context, [RedisKeys.Phones(context.Office)], opening.NewEpoch, opening.FloorVersion, opening.FloorOrdinal, opening.Simulated);

    public Task<QueueReply> ExpireTicketsAsync(QueueContext context, IReadOnlyList<long> tickets) =>
        RunAsync(LuaScripts.ExpireTickets, context, [.. tickets.Select(ticket => RedisKeys.Submission(context.Office, ticket))],
            [.. tickets.Select(ticket => (RedisValue)ticket)]);

    public Task<QueueReply> CloseDayAsync(QueueContext context) =>
        RunAsync(LuaScripts.CloseDay, context, [RedisKeys.SubmissionStem(context.Office), RedisKeys.Phones(context.Office)]);

    public Task<QueueReply> ConfirmAsync(QueueContext context, FoundOffice found) =>
        RunAsync(LuaScripts.Confirm, context, [], found.Epoch, found.Version);

    public Task<QueueReply> RebuildAsync(QueueContext context, OfficeRebuild rebuild) =>
        RunAsync(LuaScripts.Rebuild, context, [RedisKeys.SubmissionStem(context.Office), RedisKeys.Phones(context.Office)],
            rebuild.Found.Epoch, rebuild.Found.Version, rebuild.NewEpoch, rebuild.FloorVersion, rebuild.FloorOrdinal,
            rebuild.DayOpen ? "open" : "closed", rebuild.At, rebuild.Simulated,
            JsonSerializer.Serialize(rebuild.Tickets, RowJson.Default.IReadOnlyListTicketRow),
            JsonSerializer.Serialize(rebuild.Counters, RowJson.Default.IReadOnlyListCounterRow),
            JsonSerializer.Serialize(rebuild.Numbers, RowJson.Default.IReadOnlyDictionaryStringInt32),
            JsonSerializer.Serialize(
                rebuild.Known.Select(known => new KnownEvent(known.Version, JsonSerializer.Serialize(known, RowJson.Default.OfficeEvent))).ToList(),
                RowJson.Default.IReadOnlyListKnownEvent));

    public Task<QueueReply> OpenCounterAsync(QueueContext context, string counter, CounterOpening opening) =>
        RunAsync(LuaScripts.OpenCounter, context, [],
            counter, Json(opening.Primary), Json(opening.Helping), Optional(opening.Desk), opening.TakeOver, Optional(opening.Staff));

    public Task<QueueReply> SetServicesAsync(QueueContext context, string counter, IReadOnlyList<string> primary, IReadOnlyList<string> helping) =>
        RunAsync(LuaScripts.SetServices, context, [], counter, Json(primary), Json(helping));

    public Task<QueueReply> PauseCounterAsync(QueueContext context, string counter, string? reason, CounterPause? pause = null) =>
        RunAsync(LuaScripts.PauseCounter, WithLineOf(context, counter), [],
            counter, Optional(reason), pause?.Length is { } length ? Milliseconds(length) : RedisValue.EmptyString, pause is { Leave: true }, pause?.WaitedCap ?? 0);

    public Task<QueueReply> CloseCounterAsync(QueueContext context, string counter) =>
        RunAsync(LuaScripts.CloseCounter, WithLineOf(context, counter), [], counter);

    public Task<QueueReply> IssueAsync(QueueContext context, TicketIssue issue) =>
        RunAsync(LuaScripts.Issue, context, [RedisKeys.SubmissionStem(context.Office), RedisKeys.Phones(context.Office)],
        [
            Json(issue.Journey), issue.From, issue.To, issue.Class, issue.Credit, issue.Channel, issue.Language,
            issue.TokenHash, issue.SealedToken, issue.OnTheWay,
            issue.Closed, issue.Origin is null ? "" : JsonSerializer.Serialize(issue.Origin, RowJson.Default.TicketOrigin), issue.Waited,
            Optional(issue.Phone?.Hash), issue.Phone?.Most ?? 0, Optional(issue.WatchHash), Json(issue.Expected),
            Optional(issue.Form?.Template), issue.Form?.Version ?? 0, issue.Form?.Fields ?? 0, .. Flat(issue.Form?.Answers ?? []),
        ]);

    public Task<QueueReply> ArriveAsync(QueueContext context, long ticket, long creditCap, TicketExpectation? expected = null) =>
        RunAsync(LuaScripts.Arrive, context, [], ticket, creditCap, Json(expected));

    public Task<QueueReply> RateAsync(QueueContext context, long ticket, int rating) =>
        RunAsync(LuaScripts.Rate, context, [], ticket, rating);

    public Task<QueueReply> SubmitFormAsync(QueueContext context, long ticket, SealedForm form) =>
        RunAsync(LuaScripts.SubmitForm, context, [RedisKeys.Submission(context.Office, ticket)],
        [
            ticket, form.Template, form.Version, form.Fields, JsonSerializer.Serialize(form.Seen, RowJson.Default.IReadOnlyDictionaryStringInt32),
            .. Flat(form.Answers),
        ]);

    public Task<QueueReply> EditFormAsync(QueueContext context, FormEdit edit) =>
        RunAsync(LuaScripts.EditForm, context, [RedisKeys.Submission(context.Office, edit.Ticket)],
        [
            edit.Ticket, Optional(edit.Counter), RedisKeys.FormBell(context.Office).ToString(), edit.Template, edit.Version,
            .. edit.Changes.SelectMany(change => new RedisValue[] { change.Field, change.Seen, change.Again ? "1" : "", change.Ciphertext ?? [] }),
        ]);

    public Task<QueueReply> PrepareFormAsync(QueueContext context, string tokenHash, string service, SealedForm form, bool present) =>
        RunAsync(LuaScripts.PrepareForm, context, [RedisKeys.Prepared(context.Office, tokenHash), RedisKeys.PreparedIndex(context.Office)],
            [tokenHash, present, service, form.Template, form.Version, .. Flat(form.Answers)]);

    public Task<QueueReply> DiscardFormAsync(QueueContext context, string tokenHash) =>
        RunAsync(LuaScripts.DiscardForm, context, [RedisKeys.Prepared(context.Office, tokenHash), RedisKeys.PreparedIndex(context.Office)], tokenHash);

    public Task<QueueReply> AttachFormAsync(QueueContext context, string counter, FormAttachment attachment) =>
        RunAsync(LuaScripts.AttachForm, context,
            [RedisKeys.Submission(context.Office, attachment.Ticket), RedisKeys.Prepared(context.Office, attachment.PreparedHash)],
            [
                counter, attachment.Ticket, attachment.Service, attachment.Replace, RedisKeys.FormBell(context.Office).ToString(),
                attachment.Form.Template, attachment.Form.Version, attachment.Form.Fields, .. Flat(attachment.Form.Answers),
            ]);

    public Task<QueueReply> OpenFormAsync(QueueContext context, string counter, long ticket) =>
        RunAsync(LuaScripts.OpenForm, context, [], counter, ticket);

    public Task<QueueReply> AskCorrectionsAsync(QueueContext context, string counter, long ticket, IReadOnlyList<string> fields) =>
        RunAsync(LuaScripts.AskCorrections, context, [], counter, ticket, Json(fields));

    public Task<QueueReply> CallNextAsync(QueueContext context, string counter, long? expected = null) =>
        RunAsync(LuaScripts.CallNext, WithLineOf(context, counter), [], counter, expected ?? RedisValue.EmptyString);

    public Task<QueueReply> CallAsync(QueueContext context, string counter, long ticket, string? reason) =>
        RunAsync(LuaScripts.Call, context, [], counter, ticket, Optional(reason));

    public Task<QueueReply> RecallAsync(QueueContext context, string counter, long ticket, TimeSpan locked) =>
        RunAsync(LuaScripts.Recall, context, [], counter, ticket, Milliseconds(locked));

    public Task<QueueReply> StartAsync(QueueContext context, string counter, long ticket) =>
        RunAsync(LuaScripts.Start, context, [], counter, ticket);

    public Task<QueueReply> CompleteAsync(QueueContext context, string counter, long ticket, Completion? completion = null) =>
        RunAsync(LuaScripts.Complete, context, [RedisKeys.Submission(context.Office, ticket)],
            counter, ticket, Optional(completion?.Result), Optional(completion?.Next), completion is { EndVisit: true }, completion?.WaitedCap ?? 0);

    public Task<QueueReply> NoShowAsync(QueueContext context, string counter, long ticket) =>
        RunAsync(LuaScripts.NoShow, context, [], counter, ticket);

    public Task<QueueReply> ReinstateAsync(QueueContext context, long ticket, int limit) =>
        RunAsync(LuaScripts.Reinstate, context, [], ticket, limit);

    public Task<QueueReply> ParkAsync(QueueContext context, string counter, long ticket, string? note, string? place = null) =>
        RunAsync(LuaScripts.Park, context, [], counter, ticket, Optional(note), Optional(place));

    public Task<QueueReply> ResumeAsync(QueueContext context, long ticket) =>
        RunAsync(LuaScripts.Resume, context, [], ticket);

    public Task<QueueReply> TransferAsync(QueueContext context, string counter, long ticket, string? service, string? target, long waitedCap) =>
        RunAsync(LuaScripts.Transfer, target is null ? context : WithLineOf(context, target), [], counter, ticket, Optional(service), Optional(target), waitedCap);

    public Task<QueueReply> MoveOutAsync(QueueContext context, string counter, long ticket, string office, string service) =>
        RunAsync(LuaScripts.MoveOut, context, [], counter, ticket, office, service);

    public Task<QueueReply> MovedAsync(QueueContext context, long ticket, int move, TicketMoved moved, string? sealedToken) =>
        RunAsync(LuaScripts.Moved, context, [RedisKeys.Submission(context.Office, ticket), RedisKeys.Moved(context.Office, ticket)],
            ticket, move, moved.Office, moved.Number, moved.Ordinal, Optional(sealedToken));

    public Task<QueueReply> MoveBackAsync(QueueContext context, long ticket, int move, string code) =>
        RunAsync(LuaScripts.MoveBack, context, [], ticket, move, code);

    public Task<QueueReply> SetJourneyAsync(QueueContext context, long ticket, IReadOnlyList<string> rest) =>
        RunAsync(LuaScripts.SetJourney, context, [], ticket, Json(rest));

    public Task<QueueReply> RequeueAsync(QueueContext context, long ticket, int places, int limit) =>
        RunAsync(LuaScripts.Requeue, context, [], ticket, places, limit);

    public Task<QueueReply> CancelAsync(QueueContext context, long ticket) =>
        RunAsync(LuaScripts.Cancel, context, [RedisKeys.Submission(context.Office, ticket)], ticket);

    public Task<QueueReply> UndoAsync(QueueContext context, string counter, long ticket, TimeSpan window) =>
        RunAsync(LuaScripts.Undo, WithLineOf(context, counter), [RedisKeys.Submission(context.Office, ticket)], counter, ticket, Milliseconds(window));

    public Task<QueueReply> SetNoticeAsync(QueueContext context, OfficeNotice? notice) =>
        RunAsync(LuaScripts.SetNotice, context, [], notice is null ? "" : JsonSerializer.Serialize(notice, RowJson.Default.OfficeNotice));

    public Task<QueueReply> SignFormAsync(QueueContext context, string counter, FormSigning signing) =>
        RunAsync(LuaScripts.SignForm, context, [RedisKeys.Submission(context.Office, signing.Ticket)],
            counter, signing.Ticket, signing.Template, signing.Version, signing.Fields,
            JsonSerializer.Serialize(signing.Seen, RowJson.Default.IReadOnlyDictionaryStringInt32), signing.Kind, signing.Ciphertext);

    public Task<QueueReply> WarnAsync(QueueContext context, string counter, long ticket, string kind) =>
        RunAsync(LuaScripts.Warn, context, [], counter, ticket, kind);

    public Task<QueueReply> EndVisitAsync(QueueContext context, string counter, long ticket, string kind) =>
        RunAsync(LuaScripts.EndVisit, context, [RedisKeys.Submission(context.Office, ticket)], counter, ticket, kind);

    public Task<QueueReply> RaiseAlarmAsync(QueueContext context, string counter) => RunAsync(LuaScripts.RaiseAlarm, context, [], counter);

    public Task<QueueReply> AnswerAlarmAsync(QueueContext context, string counter, long alarm, string? from) =>
        RunAsync(LuaScripts.AnswerAlarm, context, [], counter, alarm, Optional(from));

    public Task<QueueReply> EndAlarmAsync(QueueContext context, string counter, long alarm) =>
        RunAsync(LuaScripts.EndAlarm, context, [], counter, alarm);

    /// <summary>Keys and arguments as Lua/includes/command.lua names them, then the command's own.</summary>
    private async Task<QueueReply> RunAsync(string script, QueueContext context, RedisKey[] ownKeys, params RedisValue[] ownArguments)
    {
        var office = context.Office;
        RedisKey[] keys =
        [
            RedisKeys.Meta(office), RedisKeys.Events(office), RedisKeys.Request(office, context.Request.Id), RedisKeys.Tickets(office),
            RedisKeys.Counters(office), RedisKeys.Living(office), RedisKeys.Numbers(office), RedisKeys.Undo(office),
            .. context.Lines.Select(line => RedisKeys.Waiting(office, line)),
            .. ownKeys,
        ];
        RedisValue[] arguments =
        [
            context.Now, context.Day, context.By, context.Request.Hash, RedisKeys.Bell(office).ToString(), Json(context.Lines),
            .. ownArguments,
        ];

        try
        {
            return Reply(await redis.GetDatabase().ScriptEvaluateAsync(script, keys, arguments).ConfigureAwait(false));
        }
        catch (Exception exception) when (QueueFailure.Of(exception) is { } code)
        {
            // That Redis is away is said once a second by the followers; here it would be said for every command.
            logger.Log(code == ProblemCodes.Unavailable ? LogLevel.Debug : LogLevel.Warning, exception, "A command of {Office} ended with {Code}", office, code);
            return new QueueReply(code, null);
        }
    }

    private static QueueReply Reply(RedisResult result)
    {
        var parts = (RedisValue[])result!;
        if (parts is not [var status, var @event, var replayed, var @sealed, .. var fields] || status != "ok")
        {
            return new QueueReply(parts[0], null);
        }

        return new QueueReply(
            null,
            @event.IsNullOrEmpty ? null : JsonSerializer.Deserialize((string)@event!, RowJson.Default.OfficeEvent),
            replayed == "1",
            @sealed.IsNullOrEmpty ? null : (string?)@sealed,
            @event.IsNullOrEmpty ? Fields(fields) : null);
    }

    private static List<FieldReply> Fields(RedisValue[] parts) =>
    [
        .. parts.Chunk(4).Select(field => new FieldReply(
            field[0]!, field[1] == "1", (int)field[2], field[3].IsNullOrEmpty ? null : (byte[]?)field[3])),
    ];

    private static IEnumerable<RedisValue> Flat(IReadOnlyList<SealedAnswer> answers) =>
        answers.SelectMany(answer => new RedisValue[] { answer.Field, answer.Ciphertext ?? [] });

    private static string Json(IReadOnlyList<string> list) => JsonSerializer.Serialize(list, RowJson.Default.IReadOnlyListString);

    private static string Json(TicketExpectation? expected) => expected is null ? "" : JsonSerializer.Serialize(expected, RowJson.Default.TicketExpectation);

    private static string Optional(string? text) => text ?? "";

    private static long Milliseconds(TimeSpan time) => (long)time.TotalMilliseconds;

    private static QueueContext WithLineOf(QueueContext context, string counter)
    {
        var line = TicketRow.LineOf(counter);
        return context.Lines.Contains(line) ? context : context with { Lines = [.. context.Lines, line] };
    }
}
