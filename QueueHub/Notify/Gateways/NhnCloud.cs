using System.Globalization;
using System.Text.Json;

namespace QueueHub.Notify.Gateways;

/// <summary>NHN Cloud 알림톡 v2.3, <c>POST /alimtalk/v2.3/appkeys/{appkey}/messages</c>: the text is the approved template's, only its values are sent.</summary>
internal sealed class NhnCloud(NotifyOptions options) : GatewayNotifier(options)
{
    private readonly NhnOptions _nhn = options.Nhn;

    protected override HttpRequestMessage Request(Notice notice, string number, string language)
    {
        var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri(new Uri(_nhn.Url), $"/alimtalk/v2.3/appkeys/{Uri.EscapeDataString(_nhn.AppKey!)}/messages"))
        {
            Content = Json(new
            {
                senderKey = _nhn.SenderKey,
                templateCode = notice.Kind == NoticeKind.Called ? _nhn.CalledTemplate : _nhn.AheadTemplate,
                recipientList = new[] { new { recipientNo = number, templateParameter = TemplateValues.Of(notice) } },
            }),
        };
        request.Headers.Add("X-Secret-Key", _nhn.SecretKey);
        return request;
    }

    // Also what it refuses is answered with 200.
    protected override Delivery Judge(JsonElement answer)
    {
        var header = answer.GetProperty("header");
        if (!header.GetProperty("isSuccessful").GetBoolean())
        {
            return new Delivery.Refused(Code(header));
        }

        var result = answer.GetProperty("message").GetProperty("sendResults")[0];
        return result.GetProperty("resultCode").GetInt32() == 0 ? new Delivery.Sent() : new Delivery.Refused(Code(result));
    }

    private static string Code(JsonElement of) => of.GetProperty("resultCode").GetInt32().ToString(CultureInfo.InvariantCulture);
}
