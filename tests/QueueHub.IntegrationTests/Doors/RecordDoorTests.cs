using System.Net;
using System.Net.Http.Json;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;

namespace QueueHub.IntegrationTests.Doors;

/// <summary>What a supervisor looks up of the own office, and nobody else.</summary>
public class RecordDoorTests(EngineFixture engines)
{
    private const string Records = $"/api/offices/{Seocho.Office}";

    [Fact]
    public async Task A_supervisor_reads_who_opened_whose_form_and_who_was_called_before_others()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var citizen = hub.NewClient();
        await citizen.IssueAsync();
        var second = await citizen.IssueAsync(form: hub.FilledForm());
        var (kim, cookies) = await hub.SignInAsync("kim");
        var (choi, _) = await hub.SignInAsync("choi");
        await using var connection = hub.CounterConnection(cookies);
        await connection.StartAsync();
        var counter = new HubDoor(connection);
        await counter.Attach(Seocho.Office, "1", "ko");
        await counter.Open(new OpenCounterRequest(Seocho.NewRequestId()));
        await counter.Call(new CallTicketRequest(Seocho.NewRequestId(), second.Ordinal, "휠체어 이용"));
        await Eventually.TrueAsync(async () => await counter.Submission(second.Ordinal) is not null, "the clerk reads the form");

        FormAccess? entry = null;
        await Eventually.TrueAsync(
            async () => (entry = (await choi.GetFromJsonAsync<FormAccessPage>($"{Records}/form-access"))!.Entries.SingleOrDefault()) is not null, "it is in the log");
        Assert.Equal(("김서연", "1", second.Number, "resident-register", "opened"), (entry!.StaffName, entry.Counter, entry.Number, entry.Template, entry.Action));
        var check = await choi.GetFromJsonAsync<ChainCheck>($"{Records}/form-access/check");
        Assert.Equal(new ChainCheck(true, null, 0, 1, entry.Hash), check);
        var call = Assert.Single((await choi.GetFromJsonAsync<List<LedgerEntry>>($"{Records}/ledger?day={entry.Day}"))!);
        Assert.Equal((second.Number, "김서연", 1, "휠체어 이용"), (call.Number, call.StaffName, call.Passed, call.Reason));

        using var stranger = hub.NewClient();
        foreach (var path in new[] { "form-access", "form-access/check", "ledger" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync($"{Records}/{path}")).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await kim.GetAsync($"{Records}/{path}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await choi.GetAsync($"/api/offices/nowhere/{path}")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await choi.GetAsync($"{Records}/ledger?day=yesterday")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await choi.GetAsync($"{Records}/form-access?from=2026-02-30")).StatusCode);
        kim.Dispose();
        choi.Dispose();
    }
}
