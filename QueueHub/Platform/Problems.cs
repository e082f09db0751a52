using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using QueueHub.Contracts;

namespace QueueHub.Platform;

/// <summary>Codes of <see cref="ProblemCodes"/> as problem details (RFC 9457): status, stable <c>code</c>, a sentence in the reader's language.</summary>
public static class Problems
{
    /// <summary>The HTTP status of a code.</summary>
    public static int Status(string code) => code switch
    {
        ProblemCodes.InvalidRequest or ProblemCodes.RequestIdRequired or ProblemCodes.AntiForgery or ProblemCodes.RangeReversed or ProblemCodes.RangeTooLong
            or ProblemCodes.WeekdayInvalid or ProblemCodes.ExportTooLarge
            => StatusCodes.Status400BadRequest,
        ProblemCodes.FormInvalid or ProblemCodes.UnknownClass or ProblemCodes.UnknownForm or ProblemCodes.UnknownResult
            or ProblemCodes.ReasonRequired or ProblemCodes.OtherOffice or ProblemCodes.InvalidWebhook or ProblemCodes.SubscriptionInvalid or ProblemCodes.PhoneNumberInvalid => StatusCodes.Status422UnprocessableEntity,
        ProblemCodes.PasswordTooShort or ProblemCodes.PasswordIsName or ProblemCodes.PasswordTooSimple or ProblemCodes.PasswordUnchanged
            or ProblemCodes.AccountNameInvalid or ProblemCodes.DisplayNameInvalid or ProblemCodes.ScreenNameInvalid or ProblemCodes.ApiKeyNameInvalid => StatusCodes.Status422UnprocessableEntity,
        ProblemCodes.SignInRequired or ProblemCodes.SignInFailed or ProblemCodes.OpenIdFailed or ProblemCodes.ScreenNotPaired
            or ProblemCodes.ScreenUnpaired or ProblemCodes.ApiKeyInvalid => StatusCodes.Status401Unauthorized,
        ProblemCodes.Forbidden or ProblemCodes.StaffFiguresOff or ProblemCodes.PasswordChangeRequired or ProblemCodes.NoAccount or ProblemCodes.TooManyOffices => StatusCodes.Status403Forbidden,
        ProblemCodes.UnknownOffice or ProblemCodes.UnknownService or ProblemCodes.UnknownCounter or ProblemCodes.UnknownTicket or ProblemCodes.NotFound
            or ProblemCodes.UnknownWebhook or ProblemCodes.UnknownWebhookMessage or ProblemCodes.UnknownStaff or ProblemCodes.UnknownPreparedForm or ProblemCodes.UnknownIncident or ProblemCodes.UnknownRoom
            or ProblemCodes.UnknownPairingCode or ProblemCodes.UnknownScreen or ProblemCodes.UnknownZone or ProblemCodes.UnknownApiKey
            => StatusCodes.Status404NotFound,
        ProblemCodes.TooSlow => StatusCodes.Status408RequestTimeout,
        ProblemCodes.TooLarge => StatusCodes.Status413PayloadTooLarge,
        ProblemCodes.UnsupportedMediaType => StatusCodes.Status415UnsupportedMediaType,
        ProblemCodes.RateLimited or ProblemCodes.SignInLocked => StatusCodes.Status429TooManyRequests,
        ProblemCodes.Internal => StatusCodes.Status500InternalServerError,
        ProblemCodes.Busy or ProblemCodes.Unavailable or ProblemCodes.Unknown or ProblemCodes.ClockSkew or ProblemCodes.OpenIdUnavailable
            => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status409Conflict,
    };

    /// <summary>Says when trying again may help, if ever: to programs and to browsers alike.</summary>
    public static void SetRetryAfter(HttpContext http, string code)
    {
        int? seconds = code switch
        {
            // Spread out: those refused in one moment must not all return in one moment.
            ProblemCodes.Busy => Random.Shared.Next(2, 8),
            ProblemCodes.RateLimited or ProblemCodes.SignInLocked => 30,
            _ => Status(code) == StatusCodes.Status503ServiceUnavailable ? 2 : null,
        };
        if (seconds is not null)
        {
            http.Response.Headers.RetryAfter = seconds.Value.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The problem as a result; <paramref name="fields"/> are the sentences beside the fields of a form or body.</summary>
    /// <param name="sentence">In place of the code's own.</param>
    public static ProblemHttpResult Of(HttpContext http, string code, IReadOnlyDictionary<string, string[]>? fields = null, string? sentence = null)
    {
        var status = Status(code);
        SetRetryAfter(http, code);
        var details = new ProblemDetails
        {
            Status = status,
            Title = sentence ?? ProblemTexts.In(code, RequestLanguage.Of(http)),
            Type = $"urn:queuehub:problem:{code}",
            Extensions = { ["code"] = code },
        };
        if (fields is not null)
        {
            details.Extensions["fields"] = fields;
        }

        return TypedResults.Problem(details);
    }
}
