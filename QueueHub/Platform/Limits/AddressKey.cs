using System.Net;
using System.Net.Sockets;

namespace QueueHub.Platform.Limits;

/// <summary>What counts as one address.</summary>
internal static class AddressKey
{
    private const int SubscriberBytes = 8;

    /// <summary>The address of this request.</summary>
    public static string Of(HttpContext http) => Of(http.Connection.RemoteIpAddress);

    /// <summary>
    /// An IPv4 address, or the /64 of an IPv6 one: that is what one subscriber gets, who could otherwise be somebody else with every request.
    /// </summary>
    public static string Of(IPAddress? address)
    {
        if (address is null or { AddressFamily: AddressFamily.InterNetwork })
        {
            return address?.ToString() ?? "";
        }

        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4().ToString() : Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, SubscriberBytes));
    }
}
