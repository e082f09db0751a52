using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;
using QueueHub.Offices;

namespace QueueHub.BrowserTests.Forms;

/// <summary>Every shipped form, written on a phone with and without scripts until its ticket is called and the clerk reads it.</summary>
public class FormWalkTests(EngineFixture engines, ChromiumFixture chromium)
{
    private static readonly DateOnly Today = DateOnly.MaxValue;

    [Theory]
    [InlineData("resident-register")]
    [InlineData("move-in")]
    [InlineData("seal-certificate")]
    [InlineData("family-relation")]
    [InlineData("passport")]
    [InlineData("health-check")]
    public async Task The_clerk_reads_what_the_citizen_typed_whatever_way_was_taken_through_the_form(string id)
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var form = scene.Hub.Services.GetRequiredService<IOffices>().Form(id)!;
        await scene.Hub.OfferAsync(Seocho.Service, id);
        var (client, cookies) = await scene.Hub.SignInAsync("kim");
        await using var connection = scene.Hub.CounterConnection(cookies);
        await connection.StartAsync();
        var clerk = new HubDoor(connection);
        Assert.NotNull(await clerk.Attach(Seocho.Office, "1", "ko"));
        Assert.True((await clerk.Open(new OpenCounterRequest(Seocho.NewRequestId()))).Ok);
        foreach (var (turn, index) in FormScenario.Cover(form).Select((turn, index) => (turn, index)))
        {
            foreach (var script in new[] { true, false })
            {
                var language = (index % 2 == 0) == script ? "ko" : "en";
                var typed = FormScenario.Typed(form, turn, language);

                // The form first, or the number first and the form under it.
                var place = (index % 2 == 0) == script ? $"/seocho/s/{Seocho.Service}" : (await scene.Citizens.IssueAsync()).Url;
                var phone = await scene.OpenAsync($"{place}/form", Device.Phone, language, script);
                await phone.WriteAsync(form, typed);
                await Expect(phone.Locator("#form")).ToHaveAttributeAsync("data-step", "review");
                var expected = FormRules.Check(form, typed, Today).Answers.Values;
                Assert.Equal(
                    FormSheet.Of(form, expected, language).Steps.SelectMany(step => step.Rows).SelectMany(Values),
                    await phone.Locator(".review .value").AllTextContentsAsync());
                await phone.NextAsync();
                await phone.HasTicketAsync();
                await phone.Context.CloseAsync();

                Assert.True((await clerk.CallNext(Seocho.CallNext())).Ok);
                var ticket = await Eventually.NotNullAsync(
                    async () => (await clerk.Attach(Seocho.Office, "1", "ko"))?.Counters.Single(counter => counter.Id == "1").Ticket, "a ticket at the counter");
                var submission = await clerk.Submission(ticket.Ordinal);
                Assert.Equal(Lines(expected), Lines(submission!.Answers.Values));
                Assert.True((await clerk.Start(Seocho.Request(ticket.Ordinal))).Ok);
                Assert.True((await clerk.Complete(new CompleteRequest(Seocho.NewRequestId(), ticket.Ordinal))).Ok);
            }
        }

        Assert.True(scene.Complaints.Count == 0, string.Join('\n', scene.Complaints));
        client.Dispose();
    }

    private static IEnumerable<string> Values(SheetRow row) => row.Values.Concat(row.Entries?.SelectMany(entry => entry.Rows.SelectMany(Values)) ?? []);

    private static IEnumerable<string> Lines(IReadOnlyDictionary<string, IReadOnlyList<string>> answers) =>
        answers.OrderBy(answer => answer.Key, StringComparer.Ordinal).Select(answer => $"{answer.Key}: {string.Join(" | ", answer.Value)}");
}
