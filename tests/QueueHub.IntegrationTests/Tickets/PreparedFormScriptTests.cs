using QueueHub.Contracts;
using QueueHub.Tickets;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>What the scripts of prepared forms keep, count, refuse and destroy.</summary>
public class PreparedFormScriptTests(EngineFixture engines)
{
    private readonly Office _office = new(engines.Redis);

    [Fact]
    public async Task A_form_is_kept_for_two_days_also_where_no_day_was_ever_opened()
    {
        var hash = await _office.PreparedAsync();

        var (key, index) = (RedisKeys.Prepared(_office.Slug, hash), RedisKeys.PreparedIndex(_office.Slug));
        Assert.InRange((await _office.Database.KeyTimeToLiveAsync(key))!.Value.TotalHours, 47.9, 48);
        var until = (long)await _office.Database.HashGetAsync(key, "until");
        Assert.Equal(until, (long)(await _office.Database.SortedSetScoreAsync(index, hash))!.Value);
        Assert.InRange(DateTimeOffset.FromUnixTimeMilliseconds(until) - DateTimeOffset.UtcNow, TimeSpan.FromHours(47.9), TimeSpan.FromHours(48.1));
        Assert.False(await _office.Database.KeyExistsAsync(RedisKeys.Events(_office.Slug)));
    }

    [Fact]
    public async Task A_change_replaces_all_of_it_and_begins_its_time_anew()
    {
        var hash = await _office.PreparedAsync();
        var key = RedisKeys.Prepared(_office.Slug, hash);
        await _office.Database.KeyExpireAsync(key, TimeSpan.FromHours(1));

        Assert.Null((await _office.Queue.PrepareFormAsync(_office.By("citizen"), hash, "passport", Office.Form(), present: true)).Code);

        Assert.Equal(["field:name", "field:purpose"], (await _office.Database.HashKeysAsync(key)).Select(name => (string)name!).Where(name => name.Contains(':')).Order());
        Assert.Equal("passport", await _office.Database.HashGetAsync(key, "service"));
        Assert.InRange((await _office.Database.KeyTimeToLiveAsync(key))!.Value.TotalHours, 47.9, 48);
    }

    [Fact]
    public async Task A_late_change_does_not_bring_back_what_was_destroyed()
    {
        var hash = await _office.PreparedAsync();
        for (var presses = 0; presses < 2; presses++)
        {
            Assert.Null((await _office.Queue.DiscardFormAsync(_office.By("citizen"), hash)).Code);
        }

        var reply = await _office.Queue.PrepareFormAsync(_office.By("citizen"), hash, "register", Office.Prepared, present: true);

        Assert.Equal(ProblemCodes.UnknownPreparedForm, reply.Code);
        Assert.False(await _office.Database.KeyExistsAsync(RedisKeys.Prepared(_office.Slug, hash)));
    }

    [Fact]
    public async Task An_office_keeps_no_more_than_it_may_and_what_is_kept_can_still_be_changed()
    {
        var hash = await _office.PreparedAsync();
        var later = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeMilliseconds();
        var others = Enumerable.Range(0, 4999).Select(other => new StackExchange.Redis.SortedSetEntry($"other{other}", later)).ToArray();
        await _office.Database.SortedSetAddAsync(RedisKeys.PreparedIndex(_office.Slug), others);

        Assert.Equal(ProblemCodes.Busy, (await _office.Queue.PrepareFormAsync(_office.By("citizen"), "one more", "register", Office.Prepared, present: false)).Code);
        await _office.PreparedAsync(hash, present: true);

        // Whose time is over is not counted.
        await _office.Database.SortedSetAddAsync(RedisKeys.PreparedIndex(_office.Slug), "other0", 1);
        await _office.PreparedAsync("one more");
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_not_kept()
    {
        var large = Office.Prepared with { Answers = [new("name", new byte[65 * 1024])] };

        Assert.Equal(ProblemCodes.TooLarge, (await _office.Queue.PrepareFormAsync(_office.By("citizen"), "large", "register", large, present: false)).Code);
        Assert.False(await _office.Database.KeyExistsAsync(RedisKeys.Prepared(_office.Slug, "large")));
    }

    [Fact]
    public async Task Only_the_clerk_at_whose_counter_the_ticket_is_attaches_a_form_and_only_for_its_service()
    {
        var (ticket, hash) = await CalledAsync();
        await _office.OpenCounterAsync("2");
        var attachment = Office.Attachment(ticket, hash);

        await RefusedAsync(ProblemCodes.Forbidden, _office.Citizen(), "1", attachment);
        await RefusedAsync(ProblemCodes.Forbidden, _office.Panel("1"), "1", attachment);
        await RefusedAsync(ProblemCodes.NotYourCounter, _office.Clerk("2"), "1", attachment);
        await RefusedAsync(ProblemCodes.NotAtCounter, _office.Clerk("2"), "2", attachment);
        await RefusedAsync(ProblemCodes.UnknownForm, _office.Clerk("1"), "1", attachment with { Service = "passport" });
        await RefusedAsync(ProblemCodes.UnknownPreparedForm, _office.Clerk("1"), "1", attachment with { PreparedHash = "nothing" });
    }

    [Fact]
    public async Task What_is_written_already_goes_only_when_that_is_said_and_the_prepared_form_stays()
    {
        var (ticket, hash) = await CalledAsync();
        var edit = Office.Edit(ticket, "1", new SealedChange("name", 0, Office.Sealed(1)));
        Assert.Null((await _office.Queue.EditFormAsync(_office.Clerk("1"), edit)).Code);

        await RefusedAsync(ProblemCodes.FormConflict, _office.Clerk("1"), "1", Office.Attachment(ticket, hash));
        var attached = Office.Done(await _office.Queue.AttachFormAsync(_office.Clerk("1"), "1", Office.Attachment(ticket, hash, replace: true)));

        Assert.Equal((Office.Template, 1, 2, 1), (attached.Form!.Template, attached.Form.Version, attached.Form.Fields, attached.Form.Revision));
        Assert.Equal(2, (await _office.FormAsync(ticket))["name"].Revision);
        Assert.True(await _office.Database.KeyExistsAsync(RedisKeys.Prepared(_office.Slug, hash)));
        await RefusedAsync(ProblemCodes.FormConflict, _office.Clerk("1"), "1", Office.Attachment(ticket, hash));
    }

    [Fact]
    public async Task The_same_request_attaches_once()
    {
        var (ticket, hash) = await CalledAsync();
        var clerk = _office.Clerk("1");

        var first = await _office.Queue.AttachFormAsync(clerk, "1", Office.Attachment(ticket, hash));
        var again = await _office.Queue.AttachFormAsync(clerk, "1", Office.Attachment(ticket, hash));

        Assert.Null(first.Code);
        Assert.True(again is { Ok: true, Replayed: true });
        Assert.Equal(1, (await _office.TicketAsync(ticket)).Form!.Revision);
    }

    private async Task<(long Ticket, string Hash)> CalledAsync()
    {
        await _office.OpenDayAsync();
        await _office.OpenCounterAsync("1");
        var ticket = await _office.IssuedAsync();
        await _office.CalledAsync("1", ticket.Ordinal);
        return (ticket.Ordinal, await _office.PreparedAsync());
    }

    private async Task RefusedAsync(string code, QueueContext by, string counter, FormAttachment attachment)
    {
        var before = await Snapshot.OfAsync(_office);
        Assert.Equal(code, (await _office.Queue.AttachFormAsync(by, counter, attachment)).Code);
        await before.UnchangedAsync(_office);
    }
}
