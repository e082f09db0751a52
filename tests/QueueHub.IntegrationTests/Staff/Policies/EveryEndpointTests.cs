using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using QueueHub.Contracts;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Screens;
using QueueHub.Staff.Policies;
using static QueueHub.Contracts.Staff.StaffRole;

namespace QueueHub.IntegrationTests.Staff.Policies;

public sealed class EveryEndpointTests(EngineFixture engines)
{
    /// <summary>All that anybody may use without a sign-in. Whoever adds a line opens a door to the street.</summary>
    private static readonly string[] Public =
    [
        "DELETE /{office}/t/{token}/notify",
        "GET /",
        "GET /api/district",
        "GET /api/forms/{form}",
        "GET /api/offices",
        "GET /api/offices/{office}",
        "GET /api/offices/{office}/board",
        "GET /counter/{*path:nonfile}",
        "GET /api/staff/openid",
        "GET /api/staff/sign-in-options",
        "GET /cso_v2/cso_info_v2",
        "GET /cso_v2/cso_realtime_v2",
        "GET /display/media/{office}/{file}",
        "GET /display/voices/{office}/{**clip}",
        "GET /display/{*path:nonfile}",
        "GET /district/events",
        "GET /healthz",
        "GET /hubs/display",
        "GET /hubs/display/negotiate",
        "GET /my-data",
        "GET /openapi/{documentName}.json",
        "GET /qr/screens/{code}.svg",
        "GET /qr/{office}.png",
        "GET /qr/{office}.svg",
        "GET /ready",
        "GET /staff/password",
        "GET /{office:office}",
        "GET /{office}/f/{token}",
        "GET /{office}/f/{token}/delete",
        "GET /{office}/f/{token}/form",
        "GET /{office}/f/{token}/qr.svg",
        "GET /{office}/here/{code}",
        "GET /{office}/poster",
        "GET /{office}/s/{service}",
        "GET /{office}/s/{service}/form",
        "GET /{office}/s/{service}/nearby",
        "GET /{office}/s/{service}/prepare",
        "GET /{office}/s/{service}/ticket",
        "GET /{office}/t/{token}",
        "GET /{office}/t/{token}/cancel",
        "GET /{office}/t/{token}/events",
        "GET /{office}/t/{token}/form",
        "GET /{office}/t/{token}/later",
        "GET /{office}/t/{token}/notify",
        "GET /{office}/t/{token}/qr.svg",
        "GET /{office}/t/{token}/rate",
        "GET /{office}/t/{token}/slip",
        "GET /{office}/visit",
        "GET /{office}/w/{token}",
        "GET /{office}/w/{token}/events",
        "GET /{office}/w/{token}/qr.svg",
        "HEAD /counter/{*path:nonfile}",
        "HEAD /display/media/{office}/{file}",
        "HEAD /display/voices/{office}/{**clip}",
        "HEAD /display/{*path:nonfile}",
        "POST /api/offices/{office}/tickets",
        "POST /api/screens/pairings",
        "POST /api/screens/pairings/poll",
        "POST /api/staff/password",
        "POST /api/staff/sign-in",
        "POST /my-data",
        "POST /staff/password",
        "POST /staff/sign-in",
        "POST /{office}/f/{token}/delete",
        "POST /{office}/f/{token}/form",
        "POST /{office}/f/{token}/ticket",
        "POST /{office}/here",
        "POST /{office}/s/{service}/form",
        "POST /{office}/s/{service}/prepare",
        "POST /{office}/s/{service}/ticket",
        "POST /{office}/t/{token}/arrive",
        "POST /{office}/t/{token}/cancel",
        "POST /{office}/t/{token}/form",
        "POST /{office}/t/{token}/form/fields",
        "POST /{office}/t/{token}/later",
        "POST /{office}/t/{token}/notify",
        "POST /{office}/t/{token}/notify/push",
        "POST /{office}/t/{token}/rate",
        "POST /{office}/visit",
    ];

    [Fact]
    public async Task Every_endpoint_says_who_may_use_it_and_only_the_listed_ones_are_public()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        var doors = Door.Of(hub);

        Assert.All(doors, door => Assert.True(door.IsPublic != door.IsGuarded, $"{door} must have a policy or be public, and not both."));
        Assert.Contains(doors, door => door.IsFile);
        Assert.Equal(
            string.Join('\n', Public.Order(StringComparer.Ordinal)),
            string.Join('\n', doors.Where(door => door.IsPublic && !door.IsFile).Select(door => $"{door}").Distinct().Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task No_guarded_endpoint_lets_in_who_is_not_signed_in_works_elsewhere_or_has_too_low_a_role_and_nothing_changes()
    {
        await using var scene = await StaffScene.StartAsync(engines);
        var doors = Door.Of(scene.Hub).Where(door => door.IsGuarded && !door.IsForScreens).ToList();
        var before = await scene.StateAsync();
        var (refused, notElsewhere) = (new Dictionary<string, int>(), 0);

        foreach (var door in doors)
        {
            var required = await door.RequiresAsync(scene.Hub);
            notElsewhere += door.NamesOffice || required.Any(need => need.Where == StaffPlace.District) ? 1 : 0;
            foreach (var person in scene.People)
            {
                var code = person.IsSignedIn
                    ? required.Any(need => !Meets(person, need, door.NamesOffice)) ? ProblemCodes.Forbidden : null
                    : ProblemCodes.SignInRequired;
                if (code is not null)
                {
                    using var answer = await person.Browser.SendAsync(door.Request(Seocho.Office, scene.Ticket));
                    await AssertRefusedAsync(answer, code, $"{door} as {person.Name}");
                    refused[person.Name] = refused.GetValueOrDefault(person.Name) + 1;
                }
            }
        }

        Assert.Equal(before, await scene.StateAsync());
        Assert.All(["nobody", "signed out", "disabled"], name => Assert.Equal(doors.Count, refused[name]));
        Assert.Equal(notElsewhere, refused["administrator elsewhere"]);
    }

    [Fact]
    public async Task What_is_for_screens_lets_in_nobody_of_the_staff_and_no_screen_of_another_kind()
    {
        await using var scene = await StaffScene.StartAsync(engines);
        using var display = await PairedScreen.DisplayAsync(scene.Hub, "로비");
        using var panel = await PairedScreen.PanelAsync(scene.Hub, "1");
        var doors = Door.Of(scene.Hub).Where(door => door.IsForScreens).ToList();

        foreach (var door in doors)
        {
            var other = door.IsFor(ScreenKind.Display) ? panel : display;
            foreach (var (name, browser) in scene.People.Select(person => (person.Name, person.Browser)).Append(("another screen", other.Browser)))
            {
                using var answer = await browser.SendAsync(door.Request(Seocho.Office, scene.Ticket));
                await AssertRefusedAsync(answer, ProblemCodes.ScreenNotPaired, $"{door} as {name}", HttpStatusCode.Unauthorized);
            }
        }

        Assert.NotEmpty(doors);
    }

    [Fact]
    public async Task No_paired_screen_gets_in_where_staff_does()
    {
        await using var scene = await StaffScene.StartAsync(engines);
        using var display = await PairedScreen.DisplayAsync(scene.Hub, "로비");
        using var panel = await PairedScreen.PanelAsync(scene.Hub, "1");

        foreach (var door in Door.Of(scene.Hub).Where(door => door.IsGuarded && !door.IsForScreens))
        {
            foreach (var screen in new[] { display, panel })
            {
                using var answer = await screen.Browser.SendAsync(door.Request(Seocho.Office, scene.Ticket));
                await AssertRefusedAsync(answer, ProblemCodes.SignInRequired, $"{door} as {screen.Place.Kind}");
            }
        }
    }

    [Fact]
    public async Task That_an_office_is_not_there_is_told_to_those_only_who_might_work_there()
    {
        await using var scene = await StaffScene.StartAsync(engines);
        var door = Door.Of(scene.Hub).First(door => door.IsGuarded && door.NamesOffice);

        using var stranger = await scene["nobody"].Browser.SendAsync(door.Request("atlantis", 1));
        using var jobless = await scene["without an office"].Browser.SendAsync(door.Request("atlantis", 1));
        using var clerk = await scene["clerk"].Browser.SendAsync(door.Request("atlantis", 1));

        await AssertRefusedAsync(stranger, ProblemCodes.SignInRequired, "nobody");
        await AssertRefusedAsync(jobless, ProblemCodes.Forbidden, "without an office");
        await AssertRefusedAsync(clerk, ProblemCodes.UnknownOffice, "clerk", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_rather_than_forbidden()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var stranger = hub.NewClient();

        using var nowhere = await stranger.GetAsync("/api/no/such/thing");
        using var wrongMethod = await stranger.DeleteAsync(Routes.SignIn);
        using var wrongBody = await stranger.PostAsync(Routes.SignIn, new StringContent("x"));

        await AssertRefusedAsync(nowhere, ProblemCodes.NotFound, "no endpoint", HttpStatusCode.NotFound);
        await AssertRefusedAsync(wrongMethod, ProblemCodes.NotFound, "no such method", HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, wrongBody.StatusCode);
    }

    private static bool Meets(StaffPerson person, StaffRequirement need, bool atOffice) => need.Where switch
    {
        StaffPlace.District => false,
        _ => (atOffice ? person.Here : person.Highest) >= need.AtLeast,
    };

    private static async Task AssertRefusedAsync(HttpResponseMessage answer, string code, string what, HttpStatusCode? status = null)
    {
        status ??= code == ProblemCodes.SignInRequired ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden;
        Assert.True(status == answer.StatusCode, $"{what}: {answer.StatusCode}");
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }
}
