using System.Net;
using System.Net.Http.Json;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Staff;
using QueueHub.IntegrationTests.Database;
using QueueHub.Staff;

namespace QueueHub.IntegrationTests.Staff;

/// <summary>A node with staff, on a clock that stands until it is moved.</summary>
internal sealed class StaffNode : IAsyncDisposable
{
    private readonly DataNode _node;

    private StaffNode(DataNode node, FakeTimeProvider time)
    {
        _node = node;
        Time = time;
        _node.Services.GetRequiredService<IStaffSessions>().Ended += session => Ended.Add(session);
    }

    public FakeTimeProvider Time { get; }

    /// <summary>Everything that was told to have ended.</summary>
    public System.Collections.Concurrent.ConcurrentBag<EndedSession> Ended { get; } = [];

    public IServiceProvider Services => _node.Services;

    public IReadOnlyList<DemoAccount> Accounts => Services.GetRequiredService<DemoStaff>().Accounts;

    public static async Task<StaffNode> StartAsync(string database, string folder, FakeTimeProvider? time = null, Action<StaffOptions>? options = null)
    {
        time ??= new FakeTimeProvider(DateTimeOffset.Parse("2026-11-23T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        return new StaffNode(
            await DataNode.StartAsync(
                database, folder,
                builder =>
                {
                    builder.Services.AddSingleton<TimeProvider>(time);
                    builder.AddStaff();
                    builder.Services.Configure<StaffOptions>(staff =>
                    {
                        staff.SignInsPerMinute = 1000;
                        options?.Invoke(staff);
                    });
                },
                app =>
                {
                    app.UseAuthentication();
                    app.UseAuthorization();
                    app.MapStaff();
                }),
            time);
    }

    public HttpClient NewBrowser(CookieContainer? cookies = null) =>
        new(new SocketsHttpHandler { CookieContainer = cookies ?? new CookieContainer(), AllowAutoRedirect = false }, disposeHandler: true)
        {
            BaseAddress = new Uri(_node.Address),
        };

    /// <summary>A browser in which the account is signed in; its cookies go along.</summary>
    public async Task<(HttpClient Browser, CookieContainer Cookies)> SignedInAsync(DemoAccount account)
    {
        var cookies = new CookieContainer();
        var browser = NewBrowser(cookies);
        var answer = await browser.PostAsJsonAsync(Routes.SignIn, new SignInRequest(account.Name, account.Password));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (browser, cookies);
    }

    public async Task ExecuteAsync(string sql, object? parameters = null)
    {
        await using var connection = await _node.Source.OpenConnectionAsync();
        await connection.ExecuteAsync(sql, parameters);
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var connection = await _node.Source.OpenConnectionAsync();
        return (await connection.ExecuteScalarAsync<T>(sql))!;
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();
}

/// <summary>Shorthands for what the doors answer.</summary>
internal static class StaffAnswers
{
    /// <summary>The status, and the problem's code or an empty text.</summary>
    public static async Task<(HttpStatusCode Status, string Code)> SignInAsync(this HttpClient browser, string name, string password) =>
        await AnswerAsync(await browser.PostAsJsonAsync(Routes.SignIn, new SignInRequest(name, password)));

    public static async Task<(HttpStatusCode Status, string Code)> MeAsync(this HttpClient browser) => await AnswerAsync(await browser.GetAsync(Routes.WhoAmI));

    public static async Task<(HttpStatusCode Status, string Code)> AnswerAsync(HttpResponseMessage answer) =>
        (answer.StatusCode, answer.IsSuccessStatusCode ? "" : (await answer.Content.ReadFromJsonAsync<Problem>())!.Code);

    private sealed record Problem(string Code);
}
