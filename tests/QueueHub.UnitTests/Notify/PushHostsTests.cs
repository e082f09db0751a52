using System.Net;
using System.Net.Sockets;
using QueueHub.Notify;
using QueueHub.Notify.Push;

namespace QueueHub.UnitTests.Notify;

/// <summary>A browser names where the hub is to connect to: nobody gets it to knock at a door inside.</summary>
public class PushHostsTests
{
    [Theory]
    [InlineData("https://fcm.googleapis.com/fcm/send/abc", true)]
    [InlineData("https://updates.push.services.mozilla.com/wpush/v2/abc", true)]
    [InlineData("https://web.push.apple.com/abc", true)]
    [InlineData("https://wns2-sg2p.notify.windows.com/w/?token=abc", true)]
    [InlineData("http://fcm.googleapis.com/fcm/send/abc", false)]
    [InlineData("https://fcm.googleapis.com:8443/fcm/send/abc", false)]
    [InlineData("https://fcm.googleapis.com.evil.example/abc", false)]
    [InlineData("https://evil-fcm.googleapis.com/abc", false)]
    [InlineData("https://evilnotify.windows.com/abc", false)]
    [InlineData("https://someone:secret@fcm.googleapis.com/abc", false)]
    [InlineData("https://169.254.169.254/latest/meta-data", false)]
    [InlineData("https://localhost/abc", false)]
    [InlineData("http://127.0.0.1:6379/", false)]
    [InlineData("https://[::1]/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("/relative", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Endpoints(string? endpoint, bool allowed) =>
        Assert.Equal(allowed, new PushHosts(new NotifyOptions { PushHosts = NotifyOptions.KnownPushHosts }).Allows(endpoint));

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("142.250.76.138", true)]
    [InlineData("2404:6800:400a:80b::200a", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.20.0.1", false)]
    [InlineData("192.168.0.10", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.3.4", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::1", false)]
    [InlineData("2001:0:1::1", false)]
    public void Addresses(string address, bool outside) => Assert.Equal(outside, PublicAddress.Is(IPAddress.Parse(address)));

    [Fact]
    public async Task A_name_that_leads_inside_is_not_connected_to()
    {
        using var inside = new TcpListener(IPAddress.Loopback, 0);
        inside.Start();
        var port = ((IPEndPoint)inside.LocalEndpoint).Port;
        using var client = new HttpClient(new PushHosts(new NotifyOptions { PushHosts = ["localhost"] }).Handler());

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri($"http://localhost:{port}/")));

        Assert.False(inside.Pending());
    }
}
