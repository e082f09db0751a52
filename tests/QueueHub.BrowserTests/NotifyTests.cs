using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using QueueHub.BrowserTests.Screens;

namespace QueueHub.BrowserTests;

/// <summary>
/// A phone asks to be told while it is in the pocket. Chromium without a screen has no push service of its own: its Push API is played by the page, the worker and
/// what it shows are real.
/// </summary>
public class NotifyTests(EngineFixture engines, ChromiumFixture chromium)
{
    private static readonly TimeSpan Patient = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task One_press_subscribes_the_hub_tells_the_push_service_and_the_worker_opens_the_ticket()
    {
        await using var service = await OtherServer.StartAsync();
        using var browser = new PushBrowser();
        await using var scene = await Scene.StartAsync(engines, chromium, also: factory => factory.WithSetting("Notify:AllowLoopback", "true"));
        var clerk = await scene.ClerkAsync("kim", "1");
        var ticket = await scene.Citizens.IssueAsync();
        var phone = await scene.OpenAsync(ticket.Url, Device.Phone, before: async page =>
        {
            await page.Context.GrantPermissionsAsync(["notifications"]);
            await page.AddInitScriptAsync(PlayedPush(new Uri(service.Url, "/push/abc"), browser));
        });

        await phone.GetByRole(AriaRole.Link, new() { Name = "알림 받기" }).ClickAsync();
        await Expect(phone.Locator("[data-unsupported]")).ToBeHiddenAsync();
        await phone.GetByLabel("순서가 가까워지면").UncheckAsync();
        await phone.PressAsync("이 휴대전화로 알림 받기");
        await Expect(phone.GetByRole(AriaRole.Heading, new() { Name = "알림이 켜져 있습니다" })).ToBeVisibleAsync();
        Assert.Empty(await phone.FaultsAsync("notices"));
        Assert.Empty(service.Arrivals);

        await clerk.CallNext(Seocho.CallNext());
        await Eventually.TrueAsync(() => service.Arrivals.Count == 1, "the push service is told", Patient);
        var message = Encoding.UTF8.GetString(browser.Decrypt(service.Arrivals.Single().Body));
        var (_, key) = PushBrowser.Verify(service.Arrivals.Single().Headers["Authorization"]);
        Assert.Equal(await phone.EvaluateAsync<string>("sessionStorage.asked"), key);

        await DeliverAsync(scene, phone, message);
        var number = await scene.Citizens.BoardAsync();
        Assert.Equal($"{number!.Calls[0].Number}번, 1번 창구로 오세요|true|ko", await Eventually.NotNullAsync(
            () => phone.EvaluateAsync<string?>(
                """
                async () => {
                  const [shown] = await (await navigator.serviceWorker.ready).getNotifications();
                  return shown ? `${shown.title}|${shown.requireInteraction}|${shown.lang}` : null;
                }
                """),
            "the worker shows it", Patient));

        // Pressed: the message named no link, so the worker has it from this phone.
        Assert.DoesNotContain(ticket.Url.Split('/')[^1], message, StringComparison.Ordinal);
        Assert.Equal(new Uri(scene.Hub.Url, ticket.Url).ToString(), await phone.EvaluateAsync<string>(
            $$"""
            id => {
              const self = {
                location,
                addEventListener: () => {},
                clients: { matchAll: async () => [], openWindow: async url => { self.opened = url; } },
              };
              {{await scene.Citizens.GetStringAsync("/push.js")}}
              return open(id).then(() => self.opened);
            }
            """,
            JsonDocument.Parse(message).RootElement.GetProperty("id").GetString()));
        Assert.Empty(scene.Complaints);
    }

    [Fact]
    public async Task A_phone_without_scripts_writes_its_number_and_takes_it_back()
    {
        await using var gateway = await OtherServer.StartAsync();
        await using var scene = await Scene.StartAsync(engines, chromium, also: factory => WithGateway(factory, gateway));
        await scene.Citizens.IssueAsync();
        var ticket = await scene.Citizens.IssueAsync();
        var phone = await scene.OpenAsync(ticket.Url, Device.Phone, script: false);
        await phone.GetByRole(AriaRole.Link, new() { Name = "알림 받기" }).ClickAsync();
        await phone.GetByLabel("앞에 남은 사람 수").SelectOptionAsync("1");
        await phone.GetByLabel("휴대전화 번호").FillAsync("010-1234");
        await phone.PressAsync("문자로 알림 받기");
        await Expect(phone.Locator(".notice.danger")).ToContainTextAsync("휴대전화 번호를 확인해 주세요");
        await Expect(phone.GetByLabel("휴대전화 번호")).ToHaveValueAsync("010-1234");
        await phone.GetByLabel("휴대전화 번호").FillAsync("010-1234-5678");
        await phone.PressAsync("문자로 알림 받기");
        await Expect(phone.GetByText("문자로 알려 드립니다.")).ToBeVisibleAsync();
        await Eventually.TrueAsync(() => gateway.Arrivals.Count == 1, "one is ahead", Patient);
        Assert.Contains("앞에 1명 남았습니다", Encoding.UTF8.GetString(gateway.Arrivals.Single().Body), StringComparison.Ordinal);

        await phone.PressAsync("알림 끄고 정보 삭제하기");
        await Expect(phone.GetByText("문자로 알려 드립니다.")).ToBeHiddenAsync();

        // What was refused is an answer with 422, and browsers write down each of these.
        Assert.All(scene.Complaints, complaint => Assert.Contains("422", complaint, StringComparison.Ordinal));
    }

    // As the browser does with what its push service brings.
    private static async Task DeliverAsync(Scene scene, IPage phone, string message)
    {
        var tools = await phone.Context.NewCDPSessionAsync(phone);
        var registration = new TaskCompletionSource<string>();
        tools.Event("ServiceWorker.workerRegistrationUpdated").OnEvent += (_, news) =>
        {
            foreach (var entry in news!.Value.GetProperty("registrations").EnumerateArray())
            {
                registration.TrySetResult(entry.GetProperty("registrationId").GetString()!);
            }
        };
        await tools.SendAsync("ServiceWorker.enable");
        await tools.SendAsync("ServiceWorker.deliverPushMessage", new Dictionary<string, object>
        {
            ["origin"] = scene.Hub.Url.GetLeftPart(UriPartial.Authority),
            ["registrationId"] = await registration.Task.WaitAsync(Patient),
            ["data"] = message,
        });
    }

    internal static HubFactory WithGateway(HubFactory factory, OtherServer gateway)
    {
        gateway.Answer = async (_, response, over) => await response.WriteAsync("""{"statusCode":"2000"}""", over);
        return factory.WithSetting("Notify:Gateway", "solapi").WithSetting("Notify:Solapi:Url", gateway.Url.ToString()).WithSetting("Notify:Solapi:ApiKey", "key")
            .WithSetting("Notify:Solapi:ApiSecret", "secret").WithSetting("Notify:Solapi:From", "0221556000").WithSetting("Notify:AllowLoopback", "true");
    }

    /// <summary>The Push API of a browser whose push service is ours.</summary>
    internal static string PlayedPush(Uri endpoint, PushBrowser browser) => $$"""
        Notification.requestPermission = async () => 'granted';
        PushManager.prototype.getSubscription = async () => null;
        PushManager.prototype.subscribe = async options => {
          const text = bytes => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
          const bytes = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0)).buffer;
          sessionStorage.asked = text(options.applicationServerKey);
          return { endpoint: {{JsonSerializer.Serialize(endpoint)}}, getKey: name => bytes(name === 'auth' ? '{{browser.Auth}}' : '{{browser.P256dh}}') };
        };
        """;
}
