using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.History;
using QueueHub.Contracts.Staff;
using QueueHub.Contracts.Tickets;

namespace QueueHub.IntegrationTests.History;

/// <summary>How many counters past days would have needed, and which one a full line needs now.</summary>
public class AdviceTests(EngineFixture engines)
{
    [Fact]
    public async Task A_supervisor_is_advised_from_past_days_and_a_wrong_question_is_told_what_is_wrong()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        var friday = await PastDays.AddAsync(hub.PostgresConnectionString, weeks: 6);
        var (choi, _) = await hub.SignInAsync("choi");
        using (choi)
        {
            var range = $"from={friday.AddDays(-41):yyyy-MM-dd}&to={friday:yyyy-MM-dd}";
            var advice = (await choi.GetFromJsonAsync<StaffingAdvice>($"/api/history/{Seocho.Office}/advice?{range}"))!;
            Assert.True(advice.Enough);
            Assert.Equal((30, 30L * 42, 6.0), (advice.Days, advice.Stops, Math.Round(advice.VisitMinutes!.Value, 3)));
            Assert.Equal([10, 11], advice.Hours.Select(hour => hour.Hour));
            var ten = advice.Hours[0];
            Assert.Equal((30.0, 2.0, 4), (ten.Arrivals, ten.Open, ten.Needed));
            Assert.Equal(2.0 / 3, ten.WithinNow!.Value, 2);
            Assert.All(advice.Hours, hour => Assert.True(hour is { SimulatedShare: >= 0.8, FormulaShare: >= 0.8 }));

            var friday6 = (await choi.GetFromJsonAsync<StaffingAdvice>($"/api/history/{Seocho.Office}/advice?{range}&weekday=5&service=resident"))!;
            Assert.Equal((6, 5, "resident", true), (friday6.Days, friday6.Weekday, friday6.Service, friday6.Enough));
            Assert.Equal(30.0, friday6.Hours[0].Arrivals);
            var sunday = (await choi.GetFromJsonAsync<StaffingAdvice>($"/api/history/{Seocho.Office}/advice?{range}&weekday=7"))!;
            Assert.False(sunday.Enough);
            Assert.Empty(sunday.Hours);

            await RefusedAsync(choi, $"{range}&weekday=8", HttpStatusCode.BadRequest, ProblemCodes.WeekdayInvalid);
            await RefusedAsync(choi, $"{range}&weekday=Mon", HttpStatusCode.BadRequest, ProblemCodes.WeekdayInvalid);
            await RefusedAsync(choi, $"{range}&service=nothing", HttpStatusCode.NotFound, ProblemCodes.UnknownService);
            await RefusedAsync(choi, $"from=2015-01-01&to={friday:yyyy-MM-dd}", HttpStatusCode.BadRequest, ProblemCodes.RangeTooLong);
            await RefusedAsync(choi, "from=2026-02-02&to=2026-02-01", HttpStatusCode.BadRequest, ProblemCodes.RangeReversed);
        }
    }

    [Fact]
    public async Task Somebody_waits_without_a_counter_and_the_room_is_told_which_to_open()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var citizen = hub.NewClient();
        await citizen.IssueAsync();
        var (choi, _) = await hub.SignInAsync("choi");
        using (choi)
        {
            DeskService? line = null;
            await Eventually.TrueAsync(async () => (line = await LineAsync(choi)) is { Relief: not null }, "a counter is proposed");
            Assert.Equal(ReliefKind.Open, line!.Relief!.Kind);

            var clerk = (await choi.GetFromJsonAsync<List<Colleague>>($"/api/offices/{Seocho.Office}/staff"))!.Single(person => person.Name == "김서연");
            (await choi.PostAsJsonAsync(
                $"/api/offices/{Seocho.Office}/room/counters/{line.Relief.Counter}/open",
                new OpenCounterRequest(Seocho.NewRequestId(), Staff: clerk.Id))).EnsureSuccessStatusCode();
            await Eventually.TrueAsync(async () => await LineAsync(choi) is { Relief: null, Pace: not Pace.NoCounter }, "nothing more is proposed");
        }
    }

    private static async Task<DeskService> LineAsync(HttpClient room) =>
        (await room.GetFromJsonAsync<DeskBoard>($"/api/offices/{Seocho.Office}/desk"))!.Services.Single(service => service.Id == "resident");

    private static async Task RefusedAsync(HttpClient person, string query, HttpStatusCode status, string code)
    {
        using var answer = await person.GetAsync($"/api/history/{Seocho.Office}/advice?{query}");
        Assert.Equal((status, code), (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()));
    }
}
