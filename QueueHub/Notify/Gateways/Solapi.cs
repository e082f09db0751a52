using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using QueueHub.Intake;

namespace QueueHub.Notify.Gateways;

/// <summary>Solapi, <c>POST /messages/v4/send</c>: a text message in the citizen's language, or 알림톡 by a template that was approved.</summary>
internal sealed class Solapi(NotifyOptions options, TimeProvider time) : GatewayNotifier(options)
{
    private const string Taken = "2000";
    private readonly SolapiOptions _solapi = options.Solapi;

    protected override HttpRequestMessage Request(Notice notice, string number, string language)
    {
        var message = new Dictionary<string, object> { ["to"] = number, ["from"] = _solapi.From! };
        if (_solapi.PfId is { } channel)
        {
            message["kakaoOptions"] = new Dictionary<string, object>
            {
                ["pfId"] = channel,
                ["templateId"] = notice.Kind == NoticeKind.Called ? _solapi.CalledTemplate! : _solapi.AheadTemplate!,
                ["variables"] = TemplateValues.Of(notice).ToDictionary(value => $"#{{{value.Key}}}", value => value.Value),
            };
        }
        else
        {
            message["text"] = Texts.NoticeMessage(notice).In(language);
        }

        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(_solapi.Url), "/messages/v4/send")) { Content = Json(new { message }) };
        request.Headers.TryAddWithoutValidation("Authorization", Authorize(
            _solapi.ApiKey!, _solapi.ApiSecret!, time.GetUtcNow(), RandomNumberGenerator.GetHexString(32, lowercase: true)));
        return request;
    }

    protected override Delivery Judge(JsonElement answer)
    {
        var code = answer.GetProperty("statusCode").GetString();
        return code == Taken ? new Delivery.Sent() : new Delivery.Refused(code ?? "no code");
    }

    /// <summary>Signed by the secret, which itself is not sent.</summary>
    internal static string Authorize(string key, string secret, DateTimeOffset now, string salt)
    {
        var date = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(date + salt)));
        return $"HMAC-SHA256 apiKey={key}, date={date}, salt={salt}, signature={signature}";
    }
}
