using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using QueueHub.Contracts;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Offices;
using QueueHub.Contracts.Staff;
using QueueHub.Contracts.Tickets;

namespace CounterClient;

/// <summary>Problem details, as far as the desk reads them.</summary>
public sealed record Problem(string? Code, string? Detail = null);

/// <summary>Either who is signed in, or why nobody is.</summary>
public sealed record SignInOutcome(SignedIn? Person, Problem? Problem);

/// <summary>Either the issued ticket, or why there is none.</summary>
public sealed record IssueResult(IssuedTicket? Ticket, Problem? Problem);

/// <summary>Sign-in, and what needs no counter, over HTTP; the cookie stays with the browser.</summary>
public sealed class StaffApi(HttpClient http, TimeProvider time)
{
    private static readonly SignInOptions ByPassword = new(true, null);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Signs in; never throws for what a person or a network can cause.</summary>
    public Task<SignInOutcome> SignInAsync(string name, string password, CancellationToken stop) =>
        AskAsync(token => http.PostAsync(
            Routes.SignIn, JsonContent.Create(new SignInRequest(name, password), CounterJson.Default.SignInRequest), token), stop);

    /// <summary>The ways to sign in; by password only, when the server does not say.</summary>
    public async Task<SignInOptions> OptionsAsync(CancellationToken stop)
    {
        using var late = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        try
        {
            using var response = await http.GetAsync(Routes.SignInOptions, either.Token);
            return response.IsSuccessStatusCode && await ReadAsync(response, CounterJson.Default.SignInOptions, either.Token) is { } options ? options : ByPassword;
        }
        catch (Exception error) when (error is HttpRequestException || (error is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return ByPassword;
        }
    }

    /// <summary>Who is signed in in this browser.</summary>
    public Task<SignInOutcome> WhoAmIAsync(CancellationToken stop) => AskAsync(token => http.GetAsync(Routes.WhoAmI, token), stop);

    /// <summary>False only when the server says so: an unreachable server has signed nobody out.</summary>
    public async Task<bool> IsSignedInAsync(CancellationToken stop) =>
        (await WhoAmIAsync(stop)).Problem?.Code != ProblemCodes.SignInRequired;

    /// <summary>Ends the session; the problem when that failed.</summary>
    public async Task<Problem?> SignOutAsync(CancellationToken stop)
    {
        var (_, problem) = await AskAsync(token => http.PostAsync(Routes.SignOut, null, token), stop);
        return problem?.Code is ProblemCodes.SignInRequired ? null : problem;
    }

    /// <summary>Issues a ticket to somebody who stands here. After a problem the same request may be repeated; it is not done twice.</summary>
    /// <param name="language">Of a sentence that says why not.</param>
    public async Task<IssueResult> IssueAsync(string office, IssueRequest request, string language, CancellationToken stop)
    {
        var (ticket, problem) = await SendAsync(
            token => http.PostAsync($"/api/offices/{office}/desk/tickets?lang={language}", JsonContent.Create(request, CounterJson.Default.IssueRequest), token),
            CounterJson.Default.IssuedTicket, stop);
        return new(ticket, problem);
    }

    /// <summary>The offices of the district, as everybody may know them; null when they cannot be had now.</summary>
    public async Task<IReadOnlyList<OfficeInfo>?> OfficesAsync(CancellationToken stop) =>
        (await SendAsync(token => http.GetAsync("/api/offices", token), CounterJson.Default.IReadOnlyListOfficeInfo, stop)).Answer;

    private async Task<SignInOutcome> AskAsync(Func<CancellationToken, Task<HttpResponseMessage>> ask, CancellationToken stop)
    {
        var (person, problem) = await SendAsync(ask, CounterJson.Default.SignedIn, stop);
        return new(person, problem);
    }

    private async Task<(T? Answer, Problem? Problem)> SendAsync<T>(
        Func<CancellationToken, Task<HttpResponseMessage>> ask, JsonTypeInfo<T> type, CancellationToken stop)
        where T : class
    {
        using var late = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        try
        {
            using var response = await ask(either.Token);
            if (!response.IsSuccessStatusCode)
            {
                return (null, await ProblemOfAsync(response, either.Token));
            }

            return response.StatusCode == HttpStatusCode.NoContent
                ? (null, null)
                : (await ReadAsync(response, type, either.Token), null);
        }
        catch (HttpRequestException)
        {
            return (null, new(ProblemCodes.Unavailable));
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return (null, new(ProblemCodes.Unavailable));
        }
    }

    private static async Task<Problem> ProblemOfAsync(HttpResponseMessage response, CancellationToken stop) =>
        await ReadAsync(response, CounterJson.Default.Problem, stop) is { Code: not null } problem ? problem : new(response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => ProblemCodes.SignInRequired,
            HttpStatusCode.TooManyRequests => ProblemCodes.RateLimited,
            HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => ProblemCodes.Unavailable,
            _ => ProblemCodes.Internal,
        });

    // A proxy in between may answer with a page of its own: then the status is all there is.
    private static async Task<T?> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken stop)
        where T : class
    {
        if (response.Content.Headers.ContentType?.MediaType?.Contains("json", StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        try
        {
            return await response.Content.ReadFromJsonAsync(type, stop);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
