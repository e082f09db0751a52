using Dapper;
using Npgsql;
using QueueHub.IntegrationTests.Database;
using QueueHub.TestSupport;

namespace QueueHub.IntegrationTests.Offices;

public sealed class OfficeLoaderTests(EngineFixture engines) : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_first_start_seeds_the_district_s_offices_and_their_forms()
    {
        await using var node = await DataNode.StartAsync(await engines.CreateDatabaseAsync(), _folder["a"]);

        Assert.Equal(24, node.Offices.All.Count);
        Assert.Equal("서초구청 OK민원센터", node.Offices.Find("seocho")!.Name.Ko);
        Assert.Equal(1, node.Offices.Find("seocho")!.Version);
        Assert.NotNull(node.Offices.Form("resident-register", 3));
        Assert.Null(node.Offices.Find("nowhere"));
    }

    [Fact]
    public async Task Nodes_that_start_together_seed_once()
    {
        var database = await engines.CreateDatabaseAsync();
        var nodes = await Task.WhenAll(Enumerable.Range(0, 3).Select(number => DataNode.StartAsync(database, _folder[$"{number}"])));

        Assert.All(nodes, node => Assert.Equal(1, node.Offices.Find("seocho")!.Version));
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    [Fact]
    public async Task An_edit_reaches_every_node_without_a_restart()
    {
        var database = await engines.CreateDatabaseAsync();
        await using var first = await DataNode.StartAsync(database, _folder["a"]);
        await using var second = await DataNode.StartAsync(database, _folder["b"]);

        await ExecuteAsync(first, """update office set document = jsonb_set(document, '{name,en}', '"Renamed"') where slug = 'seocho'""");

        await Eventually.TrueAsync(() => first.Offices.Find("seocho")!.Name.En == "Renamed", "the first node follows");
        await Eventually.TrueAsync(() => second.Offices.Find("seocho")!.Name.En == "Renamed", "the second node follows");
        Assert.Equal(2, first.Offices.Find("seocho")!.Version);
    }

    [Fact]
    public async Task A_broken_edit_changes_nothing_also_after_a_restart_and_a_mended_one_is_taken()
    {
        var database = await engines.CreateDatabaseAsync();
        await using (var node = await DataNode.StartAsync(database, _folder["a"]))
        {
            await ExecuteAsync(node, "update office set document = document - 'services' where slug = 'seocho'");
            await ExecuteAsync(node, "insert into office (slug, document) select 'annex-1', jsonb_set(document, '{slug}', '\"annex-1\"') from office where slug = 'seocho'");
            await ExecuteAsync(node, """
                insert into office (slug, document)
                select 'annex-2', jsonb_build_object('slug', 'annex-2')
                """);
            await Eventually.TrueAsync(async () => await LoadedAsync(node), "the edits were read");
            Assert.Equal(7, node.Offices.Find("seocho")!.Services.Count);
            Assert.Null(node.Offices.Find("annex-1"));
        }

        await using var again = await DataNode.StartAsync(database, _folder["a"]);
        Assert.Equal(7, again.Offices.Find("seocho")!.Services.Count);

        await ExecuteAsync(again, "update office set document = document || '{\"services\": []}' where slug = 'annex-1'");
        await ExecuteAsync(again, $$"""
            update office set document = document || '{"services": [{"id": "tax", "name": {"ko": "세금", "en": "Tax"}, "description": {"ko": "세금", "en": "Tax"},
                "from": 1, "to": 99}], "counters": [{"id": "1", "primary": ["tax"], "helping": []}], "zones": []}' where slug = 'seocho'
            """);
        await Eventually.TrueAsync(() => again.Offices.Find("seocho")!.Services.Count == 1, "the mended office is taken");
    }

    [Fact]
    public async Task The_node_starts_from_its_own_copy_while_Postgres_is_down()
    {
        var database = await engines.CreateDatabaseAsync();
        await using (await DataNode.StartAsync(database, _folder["a"]))
        {
        }

        var unreachable = new NpgsqlConnectionStringBuilder(database) { Host = _folder.Path, Timeout = 2 }.ConnectionString;
        await using var node = await DataNode.StartAsync(unreachable, _folder["a"]);

        Assert.Equal(7, node.Offices.Find("seocho")!.Services.Count);
        Assert.NotNull(node.Offices.Form("resident-register"));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder["a"], "hub", "configuration.json")));
    }

    [Fact]
    public async Task A_damaged_copy_is_ignored()
    {
        Directory.CreateDirectory(Path.Combine(_folder["a"], "hub"));
        await File.WriteAllTextAsync(Path.Combine(_folder["a"], "hub", "configuration.json"), "{\"offices\": [{\"ver");

        await using var node = await DataNode.StartAsync(await engines.CreateDatabaseAsync(), _folder["a"]);

        Assert.NotNull(node.Offices.Find("seocho"));
    }

    [Fact]
    public async Task An_upgrade_renews_a_seed_that_nobody_edited_and_no_other()
    {
        var database = await engines.CreateDatabaseAsync();
        await using (var node = await DataNode.StartAsync(database, _folder["a"]))
        {
            // As an older build would have left it.
            await ExecuteAsync(node, "update office set seed_version = 0, document = jsonb_set(document, '{name,en}', '\"Old\"') where slug = 'seocho'");
        }

        await using (var upgraded = await DataNode.StartAsync(database, _folder["a"]))
        {
            Assert.NotEqual("Old", upgraded.Offices.Find("seocho")!.Name.En);
            await ExecuteAsync(upgraded, "update office set document = jsonb_set(document, '{name,en}', '\"Ours\"') where slug = 'seocho'");
        }

        await using var later = await DataNode.StartAsync(database, _folder["a"]);
        Assert.Equal("Ours", later.Offices.Find("seocho")!.Name.En);
    }

    private static async Task ExecuteAsync(DataNode node, string sql)
    {
        await using var connection = await node.Source.OpenConnectionAsync();
        await connection.ExecuteAsync(sql);
    }

    // A third, sound office arrives with the broken ones: once it is there they have been read.
    private static async Task<bool> LoadedAsync(DataNode node)
    {
        await ExecuteAsync(node, """
            insert into form_template (id, version, document)
            select 'marker', version, jsonb_set(document, '{id}', '"marker"') from form_template where id = 'resident-register' on conflict do nothing
            """);
        return node.Offices.Form("marker") is not null;
    }
}
