using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using QueueHub.Intake;
using QueueHub.Intake.Endpoints;
using QueueHub.Intake.Forms;
using QueueHub.Live;
using QueueHub.Notify.Pages;
using QueueHub.Notify.Push;
using QueueHub.Offices;
using QueueHub.Platform;

namespace QueueHub.Notify;

/// <summary>Asking to be told, and taking that back: a page for everybody, and a door for the page's module. Whoever has the ticket's link may.</summary>
internal static class NotifyEndpoints
{
    private const int LongestEndpoint = 1000;
    private const string Stop = "stop";

    public static void Map(IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").AllowAnonymous().AddEndpointFilter<PageFilter>().ExcludeFromDescription();
        pages.MapGet("/{office}/t/{token}/notify", PageAsync);
        pages.MapPost("/{office}/t/{token}/notify", SendAsync).Accepts<IFormCollection>(Answers.FormType).RequireRateLimiting(RateLimits.Citizen);

        var door = app.MapGroup("").AllowAnonymous().WithTags("Citizen");
        door.MapPost("/{office}/t/{token}/notify/push", PushAsync).WithName("KeepPush").RequireRateLimiting(RateLimits.Citizen);
        door.MapDelete("/{office}/t/{token}/notify", ForgetAsync).WithName("ForgetNotify").RequireRateLimiting(RateLimits.Citizen);
    }

    private static async Task<IResult> PageAsync(
        string office, string token, IOffices offices, IOfficeStates states, Subscriptions subscriptions, HttpContext http)
    {
        var (place, document, code) = TicketPlace.Find(office, token, offices, states);
        return place is null ? ProblemPages.Of(http, code, document)
            : !place.Row.Living ? Answers.SeeOther(http, place.Address)
            : await Page(http, place, subscriptions, Wish.Usual);
    }

    private static async Task<IResult> SendAsync(
        string office, string token, IOffices offices, IOfficeStates states, Subscriptions subscriptions, HttpContext http)
    {
        var (place, sent, problem) = await TicketPlace.SentAsync(office, token, offices, states, http);
        if (place is null || sent is null)
        {
            return problem!;
        }

        var wish = new Wish(
            sent.Fields.ContainsKey("early") && int.TryParse(sent.Fields["ahead"], NumberStyles.None, CultureInfo.InvariantCulture, out var ahead) ? ahead : 0,
            sent.Fields.ContainsKey("called"));
        if (!sent.Genuine)
        {
            return await Page(http, place, subscriptions, wish, ProblemCodes.AntiForgery, sent);
        }

        if (!place.Row.Living)
        {
            return Answers.SeeOther(http, place.Address);
        }

        if (sent.Fields["go"] == Stop)
        {
            await subscriptions.ForgetAsync(place.Office.Slug, place.Row.Ordinal);
            return Answers.SeeOther(http, $"{place.Address}/notify");
        }

        var number = PhoneNumber.Read(sent.Fields["number"]);
        var refusal = !Ready(http, NotifyChannel.Number) ? ProblemCodes.NotifyUnavailable
            : !wish.IsValid ? ProblemCodes.SubscriptionInvalid
            : number is null ? ProblemCodes.PhoneNumberInvalid
            : null;
        if (refusal is not null)
        {
            return await Page(http, place, subscriptions, wish, refusal, sent);
        }

        await subscriptions.KeepAsync(place.Office, place.Row, NotifyChannel.Number, wish, new Subscription(RequestLanguage.Of(http), Number: number));
        return Answers.SeeOther(http, $"{place.Address}/notify");
    }

    private static async Task<Results<Ok<PushKept>, ProblemHttpResult>> PushAsync(
        string office, string token, PushWish request, IOffices offices, IOfficeStates states, Subscriptions subscriptions, PushHosts hosts, HttpContext http)
    {
        var (place, _, code) = TicketPlace.Find(office, token, offices, states);
        if (place is null)
        {
            return Problems.Of(http, code);
        }

        var wish = new Wish(request.Ahead, request.Called);
        var refusal = !place.Row.Living ? ProblemCodes.WrongState
            : !Ready(http, NotifyChannel.Push) ? ProblemCodes.NotifyUnavailable
            : !wish.IsValid || !IsPush(request, hosts) ? ProblemCodes.SubscriptionInvalid
            : null;
        if (refusal is not null)
        {
            return Problems.Of(http, refusal);
        }

        var address = new PushAddress(request.Endpoint!, request.P256dh!, request.Auth!);
        await subscriptions.KeepAsync(place.Office, place.Row, NotifyChannel.Push, wish, new Subscription(RequestLanguage.Of(http), Push: address));
        return TypedResults.Ok(new PushKept(Subscriptions.IdOf(place.Row)));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ForgetAsync(
        string office, string token, IOffices offices, IOfficeStates states, Subscriptions subscriptions, HttpContext http)
    {
        var (place, _, code) = TicketPlace.Find(office, token, offices, states);
        if (place is null)
        {
            return Problems.Of(http, code);
        }

        await subscriptions.ForgetAsync(place.Office.Slug, place.Row.Ordinal);
        return TypedResults.NoContent();
    }

    private static bool Ready(HttpContext http, string channel) => NotifierOf(http, channel)?.Ready ?? false;

    private static INotifier? NotifierOf(HttpContext http, string channel) =>
        http.RequestServices.GetServices<INotifier>().FirstOrDefault(notifier => notifier.Channel == channel);

    private static bool IsPush(PushWish request, PushHosts hosts)
    {
        if (request.Endpoint is not { Length: <= LongestEndpoint } || !hosts.Allows(request.Endpoint)
            || Bytes(request.P256dh, WebPushEncryption.KeyLength) is not { } key || Bytes(request.Auth, WebPushEncryption.AuthLength) is null)
        {
            return false;
        }

        try
        {
            WebPushEncryption.Import(key).Dispose();
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static byte[]? Bytes(string? text, int length)
    {
        var bytes = new byte[length];
        return text is not null && Base64Url.IsValid(text, out var decoded) && decoded == length && Base64Url.TryDecodeFromChars(text, bytes, out _) ? bytes : null;
    }

    private static async Task<IResult> Page(
        HttpContext http, TicketPlace place, Subscriptions subscriptions, Wish wish, string? code = null, SentForm? sent = null)
    {
        var reader = Reader.Of(http, $"{place.Address}/notify");
        return Answers.Page<NotifyPage>(
            new
            {
                Reader = reader,
                place.Office,
                place.Ticket.Number,
                Keys = FormKeys.For(http, sent?.RequestId),
                Ticket = place.Address,
                Id = Subscriptions.IdOf(place.Row),
                Channels = await subscriptions.ChannelsAsync(place.Office.Slug, place.Row.Ordinal),
                Wish = wish,
                WithNumber = Ready(http, NotifyChannel.Number),
                PushKey = http.RequestServices.GetRequiredService<PushKeys>().Present?.Public,
                Phone = sent?.Fields["number"].FirstOrDefault(),
                Alert = code switch
                {
                    null => null,
                    ProblemCodes.AntiForgery => reader.Read(Texts.PressAgain),
                    _ => ProblemTexts.In(code, reader.Language),
                },
                NumberIsWrong = code == ProblemCodes.PhoneNumberInvalid,
            },
            code is null ? StatusCodes.Status200OK : Problems.Status(code));
    }
}
