using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;

namespace QueueHub.Intake.Forms;

/// <summary>What every form of a page carries besides its answers.</summary>
/// <param name="Token">Against forgery from other sites.</param>
/// <param name="RequestId">128 random bits made with the page: sending it twice, also by way of the back button, is one command.</param>
public sealed record FormKeys(string Token, string RequestId)
{
    public const string TokenName = "key";
    public const string RequestIdName = "requestId";

    /// <summary>Fresh keys; those of a page that is shown again keep its request id.</summary>
    public static FormKeys For(HttpContext http, string? requestId = null) => new(
        http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken!,
        IsRequestId(requestId) ? requestId! : RandomNumberGenerator.GetHexString(RequestIdDigits, lowercase: true));

    /// <summary>True for 32 hexadecimal digits.</summary>
    public static bool IsRequestId(string? id) => id is { Length: RequestIdDigits } && id.All(char.IsAsciiHexDigit);

    private const int RequestIdDigits = 32;
}
