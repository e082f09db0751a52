using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using QueueHub.Platform;

namespace QueueHub.UnitTests.Platform;

public class HubOptionsTests
{
    [Fact]
    public void Without_arguments_the_hub_listens_on_8080_of_this_machine()
    {
        var options = HubOptions.Parse([]);

        Assert.Equal(8080, options.Port);
        Assert.False(options.Lan);
        Assert.Equal(new Uri("http://localhost:8080/"), options.PublicUrl);
    }

    [Theory]
    [InlineData("--port", "9000")]
    [InlineData("--port=9000")]
    public void A_value_follows_its_option_or_an_equals_sign(params string[] args) => Assert.Equal(9000, HubOptions.Parse(args).Port);

    [Fact]
    public void The_data_folder_is_relative_to_where_the_hub_was_called() =>
        Assert.Equal(Path.Combine(Environment.CurrentDirectory, "here"), HubOptions.Parse(["--data", "here"]).DataFolder);

    [Fact]
    public void The_port_that_the_system_chose_is_in_the_public_address()
    {
        var options = HubOptions.Parse(["--port", "0"]);
        options.BoundPort = 40123;

        Assert.Equal(40123, options.PublicUrl.Port);
    }

    [Fact]
    public void Behind_a_balancer_phones_are_led_to_it_and_not_to_one_of_its_nodes()
    {
        var options = HubOptions.Parse(["--port", "9000", "--public-url", "https://tickets.example.kr"]);

        Assert.Equal((new Uri("https://tickets.example.kr/"), new Uri("http://localhost:9000/")), (options.PublicUrl, options.OwnUrl));
    }

    [Fact]
    public void A_demo_goes_on_at_any_hour()
    {
        var options = HubOptions.Parse(["--demo", "--speed", "2.5", "--seed=7"]);

        Assert.Equal(new DemoOptions(2.5, 7), options.Demo);
        Assert.True(options.AlwaysOpen);
        Assert.Null(HubOptions.Parse([]).Demo);
    }

    [Fact]
    public void Settings_go_to_the_configuration() =>
        Assert.Equal(["--ConnectionStrings:Redis=redis:6379,ssl=true"], HubOptions.Parse(["--ConnectionStrings:Redis=redis:6379,ssl=true"]).Settings);

    [Fact]
    public void Behind_a_balancer_links_lead_to_its_address_and_only_the_named_are_believed()
    {
        var options = HubOptions.Parse(["--public-url", "https://queue.example.kr", "--behind-proxy", "10.0.0.5, 192.168.0.0/16,fd00::/8", "--lan"]);

        Assert.Equal(new Uri("https://queue.example.kr/"), options.PublicUrl);
        Assert.Equal(new Uri("http://localhost:8080/"), options.OwnUrl);
        Assert.Equal(["10.0.0.5/32", "192.168.0.0/16", "fd00::/8"], options.Proxies.Select(proxy => proxy.ToString()));
        Assert.Empty(HubOptions.Parse([]).Proxies);
    }

    [Theory]
    [InlineData("'nine' is not a port", "--port", "nine")]
    [InlineData("'70000' is not a port", "--port", "70000")]
    [InlineData("'-1' is not a port", "--port", "-1")]
    [InlineData("'tickets.example.kr' is not a public address", "--public-url", "tickets.example.kr")]
    [InlineData("'https://example.kr/tickets/' is not a public address", "--public-url=https://example.kr/tickets/")]
    [InlineData("--data needs a value", "--data")]
    [InlineData("'--verbose' is not an option", "--verbose")]
    [InlineData("'8080' is not an option", "8080")]
    [InlineData("'--lan=yes' is not an option", "--lan=yes")]
    [InlineData("--speed and --seed need --demo", "--speed", "10")]
    [InlineData("'fast' is not a speed", "--demo", "--speed", "fast")]
    [InlineData("'0' is not a speed", "--demo", "--speed=0")]
    [InlineData("'-1' is not a seed", "--demo", "--seed", "-1")]
    [InlineData("'queue.example.kr' is not a public address", "--public-url", "queue.example.kr")]
    [InlineData("'https://example.kr/queue' is not a public address", "--public-url", "https://example.kr/queue")]
    [InlineData("'balancer' is not a proxy", "--behind-proxy", "10.0.0.5,balancer")]
    [InlineData("--cert-key needs --cert", "--cert-key", "key.pem")]
    [InlineData("The certificate /no/such.pem cannot be used", "--cert", "/no/such.pem")]
    public void What_is_wrong_is_said_in_one_sentence(string sentence, params string[] args)
    {
        var error = Assert.Throws<StartException>(() => HubOptions.Parse(args));

        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("queue.example.kr", "queue.example.kr")]
    [InlineData("*.example.kr", null)]
    public void A_certificate_names_the_host_that_phones_use_unless_it_is_a_wildcard(string name, string? host)
    {
        var folder = Directory.CreateTempSubdirectory();
        var file = Path.Combine(folder.FullName, "both.pem");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=QueueHub", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using (var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200)))
        {
            File.WriteAllText(file, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}");
        }

        Assert.Equal(host, HubOptions.Parse(["--cert", file]).Certificate!.Name);
        folder.Delete(recursive: true);
    }
}
