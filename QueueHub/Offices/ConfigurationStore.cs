using System.Text.Json.Nodes;
using Dapper;
using Npgsql;
using QueueHub.Offices.Documents;

namespace QueueHub.Offices;

/// <summary>Offices and forms in Postgres.</summary>
internal sealed class ConfigurationStore(NpgsqlDataSource source)
{
    private const string SeedPrefix = "seed/";

    /// <summary>Changes whenever any document does; cheap to ask.</summary>
    public async Task<string> StampAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleAsync<string>(new CommandDefinition(
            """
            select md5(
              coalesce((select string_agg(slug || ' ' || version || ' ' || updated_at, ',' order by slug) from office), '') || ';' ||
              coalesce((select string_agg(id || ' ' || version || ' ' || xmin, ',' order by id, version) from form_template), ''))
            """,
            cancellationToken: cancellation));
    }

    /// <summary>Everything, in one snapshot.</summary>
    public async Task<(IReadOnlyList<StoredOffice> Offices, IReadOnlyList<StoredForm> Forms)> ReadAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        var offices = await connection.QueryAsync<StoredOffice>(new CommandDefinition(
            "select slug, version, document::text as document from office", transaction: transaction, cancellationToken: cancellation));
        var forms = await connection.QueryAsync<StoredForm>(new CommandDefinition(
            "select id, version, document::text as document from form_template", transaction: transaction, cancellationToken: cancellation));
        return ([.. offices], [.. forms]);
    }

    /// <summary>
    /// Writes the shipped offices and forms that are absent, and renews those that nobody edited since an older version of them was
    /// shipped. An office's own documents are never touched. Nodes may do this at the same time.
    /// </summary>
    public async Task SeedAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        foreach (var form in Seeds("forms/"))
        {
            await connection.ExecuteAsync(new CommandDefinition(
                """
                insert into form_template (id, version, seeded, document)
                select @id, @version, true, @document::jsonb
                where not exists (select from form_template where id = @id and (not seeded or version >= @version))
                on conflict do nothing
                """,
                new { id = (string)form["id"]!, version = (int)form["version"]!, document = form.ToJsonString() },
                cancellationToken: cancellation));
        }

        foreach (var office in Seeds("offices/"))
        {
            var version = (int)office["version"]!;
            office.Remove("version");
            await connection.ExecuteAsync(new CommandDefinition(
                """
                insert into office (slug, seed_version, document) values (@slug, @version, @document::jsonb)
                on conflict (slug) do update set seed_version = excluded.seed_version, document = excluded.document
                where office.seed_version < excluded.seed_version
                """,
                new { slug = (string)office["slug"]!, version, document = office.ToJsonString() },
                cancellationToken: cancellation));
        }
    }

    private static IEnumerable<JsonObject> Seeds(string folder)
    {
        var assembly = typeof(ConfigurationStore).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(SeedPrefix + folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            yield return JsonNode.Parse(stream)!.AsObject();
        }
    }
}
