using System.Net;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Tickets;
using QueueHub.IntegrationTests.Staff.Policies;

namespace QueueHub.IntegrationTests.Protection;

/// <summary>Who reads and writes the incident record: the clerk concerned and the supervisors of the office, and nobody else.</summary>
public class IncidentDoorTests(EngineFixture engines)
{
    [Fact]
    public async Task The_clerk_concerned_and_a_supervisor_write_an_incident_together_which_no_other_clerk_can_see()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        var (kim, _) = await hub.SignInAsync("kim");
        var (lee, _) = await hub.SignInAsync("lee");
        var (choi, _) = await hub.SignInAsync("choi");
        using var citizen = hub.NewClient();
        await citizen.IssueAsync(form: hub.FilledForm("금나라"));
        var counter = new HttpDoor(kim, Seocho.Office, "1");
        await counter.Open(new OpenCounterRequest(Seocho.NewRequestId()));
        var ticket = (await counter.CallNext(Seocho.CallNext())).Ticket!.Value;
        var report = new IncidentRequest(Seocho.NewRequestId(), "1", ticket, IncidentKind.Abuse, "창구에서 <b>큰 소리</b>로 욕설을 함\n이유는 알 수 없음");

        Assert.Equal(ProblemCodes.UnknownIncident, await lee.RefusalAsync(HttpMethod.Post, "incidents", report with { RequestId = Seocho.NewRequestId() }));
        var (written, _) = await kim.AskAsync<Incident>(HttpMethod.Post, "incidents", report);
        var (again, _) = await kim.AskAsync<Incident>(HttpMethod.Post, "incidents", report);
        Assert.True((await counter.Warn(new WarnRequest(Seocho.NewRequestId(), ticket, WarningKind.Language))).Ok);
        await Eventually.TrueAsync(
            async () => (await choi.GetAsync<Incident>($"incidents/t{ticket}")).Entries is [{ Action: IncidentAction.Reported }, { Action: IncidentAction.Warned }],
            "the warning is in the record");
        var (noted, _) = await choi.AskAsync<Incident>(
            HttpMethod.Post, $"incidents/t{ticket}/notes", new IncidentNoteRequest(Seocho.NewRequestId(), "현장 확인함", IncidentKind.Threat));

        Assert.Equal((written!.Id, 1), (again!.Id, again.Entries.Count));
        Assert.Equal((1, "김서연", IncidentKind.Threat, 3), (noted!.Number, noted.StaffName, noted.Kind, noted.Entries.Count));
        Assert.Equal([$"t{ticket}"], (await kim.GetAsync<IncidentPage>("incidents")).Incidents.Select(incident => incident.Id));
        Assert.Equal([$"t{ticket}"], (await choi.GetAsync<IncidentPage>("incidents")).Incidents.Select(incident => incident.Id));
        Assert.Empty((await lee.GetAsync<IncidentPage>("incidents")).Incidents);
        var check = await choi.GetAsync<ChainCheck>("incidents/check");
        Assert.Equal((true, 3L, noted.Entries[^1].Hash), (check.Holds, check.Last, check.LastHash));

        foreach (var language in new[] { "ko", "en" })
        {
            using var document = await choi.GetAsync($"{ProtectionDoors.Base}/incidents/t{ticket}/document?lang={language}");
            var page = await document.Content.ReadAsStringAsync();
            Assert.Equal((HttpStatusCode.OK, "text/html"), (document.StatusCode, document.Content.Headers.ContentType?.MediaType));
            Assert.True(document.Headers.CacheControl?.NoStore);
            Assert.Contains(language == "ko" ? "특이민원 발생 보고서" : "Incident report", page, StringComparison.Ordinal);
            Assert.Contains("&lt;b&gt;", page, StringComparison.Ordinal);
            Assert.DoesNotContain("금나라", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        }

        foreach (var (method, path, body) in Doors($"t{ticket}"))
        {
            Assert.Equal(path.EndsWith("check", StringComparison.Ordinal) ? ProblemCodes.Forbidden : ProblemCodes.UnknownIncident, await lee.RefusalAsync(method, path, body));
        }

        kim.Dispose();
        lee.Dispose();
        choi.Dispose();
    }

    [Fact]
    public async Task Nobody_from_elsewhere_reads_or_writes_anything_of_it()
    {
        await using var scene = await StaffScene.StartAsync(engines);
        var report = new IncidentRequest(Seocho.NewRequestId(), "1", scene.Ticket, IncidentKind.Threat, "메모");
        Assert.Null(await scene["supervisor"].Browser.RefusalAsync(HttpMethod.Post, "incidents", report));

        foreach (var (method, path, body) in Doors($"t{scene.Ticket}").Append((HttpMethod.Get, "incidents", null)).Append((HttpMethod.Post, "incidents", report)))
        {
            Assert.Equal(ProblemCodes.SignInRequired, await scene["nobody"].Browser.RefusalAsync(method, path, body));
            Assert.Equal(ProblemCodes.Forbidden, await scene["clerk elsewhere"].Browser.RefusalAsync(method, path, body));
            Assert.Equal(ProblemCodes.Forbidden, await scene["administrator elsewhere"].Browser.RefusalAsync(method, path, body));
        }

        Assert.Single((await scene["supervisor"].Browser.GetAsync<Incident>($"incidents/t{scene.Ticket}")).Entries);
    }

    [Fact]
    public async Task What_cannot_be_written_is_refused_and_nothing_is_written()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        var (kim, _) = await hub.SignInAsync("kim");
        var report = new IncidentRequest(Seocho.NewRequestId(), "1", null, IncidentKind.Other, "메모");
        foreach (var (wrong, code) in new[]
        {
            (report with { RequestId = "1" }, ProblemCodes.RequestIdRequired),
            (report with { Kind = "none" }, ProblemCodes.InvalidRequest),
            (report with { Note = new string('가', 2001) }, ProblemCodes.InvalidRequest),
            (report with { Note = "a\0b" }, ProblemCodes.InvalidRequest),
            (report with { Counter = "99" }, ProblemCodes.UnknownCounter),
            (report with { Ticket = 12345 }, ProblemCodes.UnknownTicket),
        })
        {
            Assert.Equal(code, await kim.RefusalAsync(HttpMethod.Post, "incidents", wrong));
        }

        Assert.Empty((await kim.GetAsync<IncidentPage>("incidents")).Incidents);
        var (written, _) = await kim.AskAsync<Incident>(HttpMethod.Post, "incidents", report with { Note = new string('가', 2000) });
        Assert.StartsWith("r", written!.Id, StringComparison.Ordinal);
        Assert.Equal(ProblemCodes.RequestIdConflict, await kim.RefusalAsync(HttpMethod.Post, "incidents", report with { Note = "다른 메모" }));
        Assert.Equal(ProblemCodes.UnknownIncident, await kim.RefusalAsync(HttpMethod.Get, "incidents/t999"));
        Assert.Equal(
            ProblemCodes.InvalidRequest, await kim.RefusalAsync(HttpMethod.Post, $"incidents/{written.Id}/notes", new IncidentNoteRequest(Seocho.NewRequestId(), " ")));
        Assert.Single((await kim.GetAsync<Incident>($"incidents/{written.Id}")).Entries);
        kim.Dispose();
    }

    private static IEnumerable<(HttpMethod Method, string Path, object? Body)> Doors(string incident) =>
    [
        (HttpMethod.Get, $"incidents/{incident}", null),
        (HttpMethod.Get, $"incidents/{incident}/document", null),
        (HttpMethod.Get, "incidents/check", null),
        (HttpMethod.Post, $"incidents/{incident}/notes", new IncidentNoteRequest(Seocho.NewRequestId(), "메모")),
    ];
}
