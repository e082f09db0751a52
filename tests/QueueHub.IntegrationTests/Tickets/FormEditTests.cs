using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using QueueHub.Contracts;
using QueueHub.Tickets;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>A form with three writers on any node: compare-revision per field, on a real Redis.</summary>
public class FormEditTests(EngineFixture engines)
{
    private readonly Office _office = new(engines.Redis);

    private static readonly Gen<Step[]> Steps = Gen.Select(
        Gen.Int[0, 2], Gen.OneOf("name", "phone", "members.0.name"), Gen.Bool, Gen.Bool,
        (writer, field, fresh, remove) => new Step(writer, field, fresh, remove)).Array[20, 60].Where(steps => steps.Any(step => step.Writer == 0));

    [Fact]
    public async Task An_edit_needs_the_revision_it_changes_and_a_conflict_is_answered_with_what_is_there()
    {
        var ticket = await WaitingAsync();
        var first = await EditAsync(ticket, new SealedChange("name", 0, Office.Sealed(1)), new SealedChange("phone", 0, Office.Sealed(2)));
        Assert.Equal([("name", true, 1), ("phone", true, 1)], Seen(first));

        var second = await EditAsync(ticket, new SealedChange("name", 0, Office.Sealed(3)), new SealedChange("phone", 1, Office.Sealed(4)));

        Assert.Equal([("name", false, 1), ("phone", true, 2)], Seen(second));
        Assert.Equal(Office.Sealed(1), second.Fields![0].Ciphertext);
        Assert.Equal(Office.Sealed(1), (await _office.FormAsync(ticket))["name"].Ciphertext);
        Assert.Equal(Office.Sealed(4), (await _office.FormAsync(ticket))["phone"].Ciphertext);
    }

    [Fact]
    public async Task A_removed_field_keeps_its_revision_so_a_late_writer_cannot_bring_it_back()
    {
        var ticket = await WaitingAsync();
        await EditAsync(ticket, new SealedChange("name", 0, Office.Sealed(1)));
        Assert.Equal([("name", true, 2)], Seen(await EditAsync(ticket, new SealedChange("name", 1, null))));

        var late = await EditAsync(ticket, new SealedChange("name", 1, Office.Sealed(9)));
        var never = await EditAsync(ticket, new SealedChange("name", 0, Office.Sealed(9)));

        Assert.Equal(new FieldReply("name", false, 2, null), late.Fields![0]);
        Assert.Equal(late.Fields[0], never.Fields![0]);
        Assert.Equal([("name", true, 3)], Seen(await EditAsync(ticket, new SealedChange("name", 2, Office.Sealed(9)))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_lost_gets_its_revision_back_and_of_two_phones_the_one_that_had_seen_more_is_right(bool newerFirst)
    {
        var ticket = await WaitingAsync();
        await EditAsync(ticket, new SealedChange("phone", 0, Office.Sealed(1)));

        // Of "name" Redis has lost all, of "phone" the third revision.
        SealedChange[] sent = [new("name", 3, Office.Sealed(3), Again: true), new("name", 5, Office.Sealed(5), Again: true)];
        foreach (var change in newerFirst ? sent.Reverse() : sent)
        {
            await EditAsync(ticket, change, new SealedChange("phone", 2, Office.Sealed(2), Again: true));
        }

        var form = await _office.FormAsync(ticket);
        Assert.Equal((5, 2), (form["name"].Revision, form["phone"].Revision));
        Assert.Equal(Office.Sealed(5), form["name"].Ciphertext);
        Assert.Equal(Office.Sealed(2), form["phone"].Ciphertext);
        Assert.Equal([("name", true, 6)], Seen(await EditAsync(ticket, new SealedChange("name", 5, Office.Sealed(6)))));
        Assert.Equal([("name", false, 6)], Seen(await EditAsync(ticket, new SealedChange("name", 6, Office.Sealed(9), Again: true))));
    }

    [Fact]
    public async Task An_edit_has_no_event_and_rings_with_names_and_revisions_of_what_was_written()
    {
        var ticket = await WaitingAsync();
        var log = await OfficeTruth.LogAsync(_office);
        var heard = new List<string>();
        var subscriber = engines.Redis.GetSubscriber();
        await subscriber.SubscribeAsync(RedisKeys.FormBell(_office.Slug), (_, message) => { lock (heard) { heard.Add(message!); } });

        await EditAsync(ticket, new SealedChange("name", 0, Office.Sealed(1)));
        await EditAsync(ticket, new SealedChange("name", 0, Office.Sealed(2)));
        await EditAsync(ticket, new SealedChange("name", 0, Office.Sealed(2)), new SealedChange("members.0.name", 0, Office.Sealed(2)));

        await Eventually.TrueAsync(() => { lock (heard) { return heard.Count == 2; } }, "the bell has rung for each edit that wrote something");
        Same("""{"ticket":1,"fields":{"name":1}}""", heard[0]);
        Same("""{"ticket":1,"fields":{"members.0.name":1}}""", heard[1]);
        Assert.Equal(log.Count, (await OfficeTruth.HoldsAsync(_office)).Count);
        await subscriber.UnsubscribeAsync(RedisKeys.FormBell(_office.Slug));
    }

    [Fact]
    public async Task A_form_is_a_hash_of_template_version_and_fields_with_revision_and_ciphertext()
    {
        var ticket = await WaitingAsync();
        await EditAsync(ticket, new SealedChange("name", 0, "sealed name"u8.ToArray()), new SealedChange("members.0.name", 0, "x y"u8.ToArray()));
        await EditAsync(ticket, new SealedChange("name", 1, null));

        var hash = await _office.Database.HashGetAllAsync(RedisKeys.Submission(_office.Slug, ticket));

        Assert.Equal(
            ["field:members.0.name=1 x y", "field:name=2 ", "template=register-extract", "version=1"],
            hash.Select(entry => $"{entry.Name}={entry.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Only_the_citizen_the_clerk_of_the_counter_and_its_panel_write()
    {
        var ticket = await WaitingAsync();
        await _office.OpenCounterAsync("1");
        await _office.OpenCounterAsync("2");
        await _office.ServingAsync("1", ticket);
        var unchanged = await Snapshot.OfAsync(_office);
        var change = new SealedChange("name", 0, Office.Sealed(1));

        await RefusedAsync(ProblemCodes.FormLocked, _office.Citizen(), null);
        await RefusedAsync(ProblemCodes.FormLocked, _office.Citizen(), "1");
        await RefusedAsync(ProblemCodes.NotYourCounter, _office.Clerk("2"), "1");
        await RefusedAsync(ProblemCodes.NotAtCounter, _office.Clerk("2"), "2");
        await RefusedAsync(ProblemCodes.CounterNotOpen, _office.Clerk("3"), "3");
        await RefusedAsync(ProblemCodes.NotYourCounter, _office.Panel("2"), "1");
        await RefusedAsync(ProblemCodes.NotAtCounter, _office.Panel("2"), "2");
        await RefusedAsync(ProblemCodes.Forbidden, _office.System(), "1");
        await RefusedAsync(ProblemCodes.Forbidden, _office.By("display:1"), "1");
        await unchanged.UnchangedAsync(_office);
        Assert.Null((await _office.Queue.EditFormAsync(_office.Panel("1"), Office.Edit(ticket, "1", change))).Code);

        async Task RefusedAsync(string code, QueueContext context, string? counter) =>
            Assert.Equal(code, (await _office.Queue.EditFormAsync(context, Office.Edit(ticket, counter, change))).Code);
    }

    [Fact]
    public async Task A_draft_without_a_submission_is_destroyed_like_a_form()
    {
        var expiring = await WaitingAsync();
        await EditAsync(expiring, new SealedChange("name", 0, Office.Sealed(1)));
        var cancelled = (await _office.IssuedAsync()).Ordinal;
        await EditAsync(cancelled, new SealedChange("name", 0, Office.Sealed(1)));
        Assert.Null((await _office.TicketAsync(cancelled)).Form);

        Office.Done(await _office.Queue.CancelAsync(_office.Citizen(), cancelled));
        Office.Done(await _office.Queue.ExpireTicketsAsync(_office.System(), [expiring]));

        Assert.InRange((await _office.Database.KeyTimeToLiveAsync(RedisKeys.Submission(_office.Slug, cancelled)))!.Value.TotalSeconds, 1, 60);
        Assert.False(await _office.Database.KeyExistsAsync(RedisKeys.Submission(_office.Slug, expiring)));
    }

    [Fact]
    public async Task A_submission_of_somebody_who_has_not_seen_every_field_is_refused_whole()
    {
        var ticket = await WaitingAsync();
        await EditAsync(ticket, new SealedChange("name", 0, Office.Sealed(1)), new SealedChange("phone", 0, Office.Sealed(1)));
        var unchanged = await Snapshot.OfAsync(_office);

        foreach (var seen in new Dictionary<string, int>[]
        {
            [], new() { ["name"] = 1 }, new() { ["name"] = 1, ["phone"] = 2 }, new() { ["name"] = 1, ["phone"] = 1, ["more"] = 1 },
        })
        {
            Assert.Equal(ProblemCodes.FormConflict, (await SubmitAsync(ticket, seen)).Code);
        }

        await unchanged.UnchangedAsync(_office);
        Assert.Equal(new(Office.Template, 1, 3, 1), Office.Done(await SubmitAsync(ticket, new() { ["name"] = 1, ["phone"] = 1 })).Form);
        var form = await _office.FormAsync(ticket);
        Assert.Equal([("name", 2), ("phone", 2), ("purpose", 1)], form.OrderBy(field => field.Key).Select(field => (field.Key, field.Value.Revision)));
        Assert.Empty(form["phone"].Ciphertext);
    }

    [Fact]
    public async Task Another_forms_draft_gives_way_and_a_submitted_one_only_to_a_submission()
    {
        var ticket = await WaitingAsync();
        await EditAsync(ticket, new SealedChange("name", 0, Office.Sealed(1)));
        var other = new FormEdit(ticket, null, "passport", 1, [new("purpose", 0, Office.Sealed(2))]);

        Assert.Equal([("purpose", true, 1)], Seen(await _office.Queue.EditFormAsync(_office.Citizen(), other)));
        Assert.Equal(["purpose"], (await _office.FormAsync(ticket)).Keys);

        Office.Done(await SubmitAsync(ticket, [], Office.Template));
        var unchanged = await Snapshot.OfAsync(_office);
        Assert.Equal(ProblemCodes.UnknownForm, (await _office.Queue.EditFormAsync(_office.Citizen(), other)).Code);
        await unchanged.UnchangedAsync(_office);
        Assert.Equal("passport", Office.Done(await SubmitAsync(ticket, [], "passport")).Form!.Template);
    }

    [Fact]
    public async Task A_form_does_not_grow_without_bounds()
    {
        var ticket = await WaitingAsync();
        await EditAsync(ticket, [.. Enumerable.Range(0, 499).Select(index => new SealedChange($"f{index}", 0, [1]))]);
        var unchanged = await Snapshot.OfAsync(_office);

        Assert.Equal(ProblemCodes.TooLarge, (await TryEditAsync(ticket, new SealedChange("a", 0, [1]), new SealedChange("b", 0, [1]))).Code);
        Assert.Equal(ProblemCodes.TooLarge, (await TryEditAsync(ticket, new SealedChange("a", 0, new byte[256 * 1024]))).Code);
        await unchanged.UnchangedAsync(_office);
        Assert.Null((await TryEditAsync(ticket, new SealedChange("a", 0, [1]))).Code);
    }

    /// <summary>
    /// Phones, clerk and panel write at once, on two connections, each with what it last saw of a field (or with something older). Whatever the
    /// interleaving: each field's accepted edits form one chain, each upon the one before, whose last one is there; and a conflict tells an edit of that chain.
    /// </summary>
    [Fact]
    public async Task No_edit_of_three_writers_is_ever_lost()
    {
        var happened = new HashSet<(int Mark, bool Written)>();
        await Steps.SampleAsync(steps => WritersKeepEachOthersEditsAsync(steps, happened), iter: 40, threads: 1);
        Assert.Equal(8, happened.Count);
    }

    private async Task WritersKeepEachOthersEditsAsync(Step[] steps, HashSet<(int Mark, bool Written)> happened)
    {
        var office = new Office(engines.Redis);
        await using var otherConnection = await ConnectionMultiplexer.ConnectAsync(ConfigurationOptions.Parse(engines.Redis.Configuration));
        var node = new RedisTicketQueue(otherConnection, Microsoft.Extensions.Logging.Abstractions.NullLogger<RedisTicketQueue>.Instance);
        await office.OpenDayAsync();
        await office.OpenCounterAsync("1");
        var ticket = (await office.IssuedAsync()).Ordinal;

        // Two phones write until the call, which comes when the first is half done; clerk and panel from then on. All of them also try when they may not.
        var mine = steps.Where(step => step.Writer == 0).ToList();
        var halfway = new TaskCompletionSource();
        var phone = RunAsync(new Writer(office.Queue, office.Citizen, null, 1), ticket, mine, index => { if (index == mine.Count / 2) { halfway.SetResult(); } });
        var other = RunAsync(new Writer(node, office.Citizen, null, 4), ticket, mine);
        await halfway.Task;
        var call = Task.Run(() => office.ServingAsync("1", ticket));
        var clerk = RunAsync(new Writer(node, () => office.Clerk("1"), "1", 2), ticket, steps.Where(step => step.Writer == 1));
        var panel = RunAsync(new Writer(office.Queue, () => office.Panel("1"), "1", 3), ticket, steps.Where(step => step.Writer == 2));
        var edits = (await Task.WhenAll(phone, other, clerk, panel)).SelectMany(edit => edit).ToList();
        await call;

        var form = await office.FormAsync(ticket);
        foreach (var field in edits.GroupBy(edit => edit.Field))
        {
            var chain = field.Where(edit => edit.Reply.Written).OrderBy(edit => edit.Reply.Revision).ToList();
            Assert.Equal(Enumerable.Range(1, chain.Count), chain.Select(edit => edit.Reply.Revision));
            Assert.All(chain, edit => Assert.Equal(edit.Reply.Revision - 1, edit.Base));
            Assert.All(chain, edit => Assert.Equal(edit.Ciphertext, edit.Reply.Ciphertext));
            Assert.All(field.Where(edit => !edit.Reply.Written), edit =>
            {
                Assert.NotEqual(edit.Base, edit.Reply.Revision);
                Assert.Equal(edit.Reply.Revision == 0 ? null : chain[edit.Reply.Revision - 1].Ciphertext, edit.Reply.Ciphertext);
            });
            Assert.Equal(chain.Count, form.GetValueOrDefault(field.Key).Revision);
            Assert.Equal(chain.LastOrDefault()?.Ciphertext ?? [], form.GetValueOrDefault(field.Key).Ciphertext ?? []);
        }

        happened.UnionWith(edits.Select(edit => (edit.Mark, edit.Reply.Written)));
        await OfficeTruth.HoldsAsync(office);
    }

    private static async Task<List<Edit>> RunAsync(Writer writer, long ticket, IEnumerable<Step> steps, Action<int>? begun = null)
    {
        await Task.Yield();
        var edits = new List<Edit>();
        var known = new Dictionary<string, int>();
        foreach (var (index, step) in steps.Index())
        {
            begun?.Invoke(index);
            var seen = step.Fresh ? known.GetValueOrDefault(step.Field) : Math.Max(0, known.GetValueOrDefault(step.Field) - 1);
            var ciphertext = step.Remove ? null : new byte[] { writer.Mark, (byte)index };
            var reply = await writer.Queue.EditFormAsync(writer.Context(), Office.Edit(ticket, writer.Counter, new SealedChange(step.Field, seen, ciphertext)));
            if (reply.Fields is [var field])
            {
                known[step.Field] = field.Revision;
                edits.Add(new Edit(writer.Mark, step.Field, seen, ciphertext, field));
            }
            else
            {
                Assert.Contains(reply.Code, new[] { ProblemCodes.FormLocked, ProblemCodes.WrongState });
            }
        }

        return edits;
    }

    private async Task<long> WaitingAsync()
    {
        await _office.OpenDayAsync();
        return (await _office.IssuedAsync()).Ordinal;
    }

    private Task<QueueReply> TryEditAsync(long ticket, params SealedChange[] changes) =>
        _office.Queue.EditFormAsync(_office.Citizen(), Office.Edit(ticket, null, changes));

    private async Task<QueueReply> EditAsync(long ticket, params SealedChange[] changes)
    {
        var reply = await TryEditAsync(ticket, changes);
        Assert.Null(reply.Code);
        return reply;
    }

    private Task<QueueReply> SubmitAsync(long ticket, Dictionary<string, int> seen, string template = Office.Template) => _office.Queue.SubmitFormAsync(
        _office.Citizen(), ticket,
        new SealedForm(template, 1, 3, [new("name", Office.Sealed(7)), new("phone", null), new("purpose", Office.Sealed(7))], seen));

    private static IEnumerable<(string Field, bool Written, int Revision)> Seen(QueueReply reply) =>
        reply.Fields!.Select(field => (field.Field, field.Written, field.Revision));

    private static void Same(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), actual);

    private sealed record Step(int Writer, string Field, bool Fresh, bool Remove);

    private sealed record Writer(ITicketQueue Queue, Func<QueueContext> Context, string? Counter, byte Mark);

    private sealed record Edit(int Mark, string Field, int Base, byte[]? Ciphertext, FieldReply Reply);
}
