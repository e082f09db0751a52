using Microsoft.AspNetCore.Antiforgery;
using QueueHub.Contracts;
using QueueHub.Platform;

namespace QueueHub.Intake.Forms;

/// <summary>A form post as it arrived: read within its limits and checked against forgery.</summary>
/// <param name="Problem">Why it cannot be read at all: a code of <see cref="ProblemCodes"/>.</param>
/// <param name="Genuine">False when it does not carry the token of this browser: it must not change anything.</param>
public sealed record SentForm(IFormCollection Fields, string? Problem, bool Genuine)
{
    /// <summary>The request id that came with the page.</summary>
    public string? RequestId => Fields[FormKeys.RequestIdName].FirstOrDefault() is { } id && FormKeys.IsRequestId(id) ? id : null;

    public static async Task<SentForm> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
        {
            return Unreadable(ProblemCodes.UnsupportedMediaType);
        }

        try
        {
            var fields = await http.Request.ReadFormAsync(http.RequestAborted);
            return new SentForm(fields, null, await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http));
        }
        catch (BadHttpRequestException refused)
        {
            return Unreadable(Failures.CodeOf(refused.StatusCode));
        }
        catch (InvalidDataException)
        {
            // Too many keys, or one far too long.
            return Unreadable(ProblemCodes.TooLarge);
        }
    }

    private static SentForm Unreadable(string code) => new(FormCollection.Empty, code, false);
}
