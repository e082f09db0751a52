using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using QueueHub.Contracts.Forms;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>Forms as Redis gets to see them: ciphertext only, each bound to its place.</summary>
public class SubmissionsTests(EngineFixture engines)
{
    private static readonly FormAnswers Answers = new(
        Office.Template, 1, new Dictionary<string, IReadOnlyList<string>> { ["name"] = ["홍길동"], ["phone"] = ["01012345678"], ["kinds"] = ["a", "b"] });

    private readonly Office _office = new(engines.Redis);
    private readonly Submissions _submissions = new(new EphemeralDataProtectionProvider(), engines.Redis);

    [Fact]
    public async Task A_form_comes_back_as_it_was_given_and_stands_nowhere_in_Redis()
    {
        await _office.OpenDayAsync();
        var ticket = await IssuedAsync();
        var edit = _submissions.Seal(_office.Slug, ticket.TokenHash, "address", ["서초구 반포동"]);
        Assert.Null((await _office.Queue.EditFormAsync(_office.Citizen(), Office.Edit(ticket.Ordinal, null, new SealedChange("address", 0, edit)))).Code);

        var form = (await _submissions.ReadAsync(_office.Slug, ticket))!;

        Assert.Equal((Office.Template, 1), (form.Template, form.Version));
        Assert.Equal(["address", "kinds", "name", "phone"], form.Answers.Values.Keys.Order());
        Assert.Equal(["a", "b"], form.Answers.Values["kinds"]);
        Assert.Equal(["서초구 반포동"], form.Answers.Values["address"]);
        var fields = 0;
        await foreach (var key in engines.Redis.GetServers()[0].KeysAsync(pattern: $"qh:{{{_office.Slug}}}:*"))
        {
            var dump = await engines.Redis.GetDatabase().KeyDumpAsync(key);
            Assert.All(new[] { "홍길동", "01012345678", "반포동" }, value => Assert.Equal(-1, dump.AsSpan().IndexOf(Encoding.UTF8.GetBytes(value))));
            fields += dump.AsSpan().Count("field:"u8);
        }

        Assert.Equal(4, fields);
    }

    [Fact]
    public async Task A_ciphertext_moved_to_another_field_or_another_ticket_cannot_be_read()
    {
        await _office.OpenDayAsync();
        var (first, second) = (await IssuedAsync(), await IssuedAsync());
        var (firstKey, secondKey) = (RedisKeys.Submission(_office.Slug, first.Ordinal), RedisKeys.Submission(_office.Slug, second.Ordinal));
        var name = await _office.Database.HashGetAsync(firstKey, "field:name");
        await _office.Database.HashSetAsync(secondKey, "field:name", name);
        await Assert.ThrowsAsync<CryptographicException>(() => _submissions.ReadAsync(_office.Slug, second));

        await _office.Database.HashSetAsync(firstKey, "field:phone", name);
        await Assert.ThrowsAsync<CryptographicException>(() => _submissions.ReadAsync(_office.Slug, first));
    }

    [Fact]
    public async Task Submitting_again_writes_only_what_changed_and_removes_what_is_gone()
    {
        await _office.OpenDayAsync();
        var ticket = await IssuedAsync();
        var present = await _submissions.ReadAsync(_office.Slug, ticket);
        var corrected = Answers with { Values = new Dictionary<string, IReadOnlyList<string>> { ["name"] = ["홍길순"], ["kinds"] = ["a", "b"] } };

        var form = _submissions.Seal(_office.Slug, ticket.TokenHash, corrected, present);
        Office.Done(await _office.Queue.SubmitFormAsync(_office.Citizen(), ticket.Ordinal, form));

        Assert.Equal([("name", true), ("phone", false)], form.Answers.Select(answer => (answer.Field, answer.Ciphertext is not null)));
        var stored = (await _submissions.ReadAsync(_office.Slug, ticket))!;
        Assert.Equal(
            new Dictionary<string, int> { ["name"] = 2, ["phone"] = 2, ["kinds"] = 1 }.OrderBy(field => field.Key),
            stored.Revisions.OrderBy(field => field.Key));
        Assert.Equal(["kinds", "name"], stored.Answers.Values.Keys.Order());
        Assert.Equal(["홍길순"], stored.Field("name").Values);
    }

    private async Task<TicketRow> IssuedAsync()
    {
        var token = TicketToken.Hash(TicketToken.New());
        return Office.Done(await _office.Queue.IssueAsync(
            _office.Citizen(), Office.Issue(form: _submissions.Seal(_office.Slug, token, Answers)) with { TokenHash = token }));
    }
}
