using Sitrep.Storage;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Storage;

/// <summary>What every engine promises: transactions, faults, and that nothing is read back other than it was written.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    private WriteQueue _writes = null!;

    internal IStore Store { get; private set; } = null!;

    internal WriteQueue Writes => _writes;

    public Task InitializeAsync()
    {
        Store = Make();
        Store.Prepare();
        _writes = new(Store);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _writes.DisposeAsync();
        Delete();
    }

    [Fact]
    public async Task Work_that_fails_takes_no_other_with_it_and_leaves_nothing_of_itself()
    {
        var work = Enumerable.Range(1, 100).Select(i => Writes.RunAsync(transaction =>
        {
            transaction.Run("insert into health (id, checked_at) values ($1, 'x')", i);
            return i % 7 == 0 ? throw new InvalidDataException("no") : i;
        })).ToList();
        for (var i = 1; i <= work.Count; i++)
        {
            if (i % 7 == 0) await Assert.ThrowsAsync<InvalidDataException>(() => work[i - 1]);
            else Assert.Equal(i, await work[i - 1]);
        }

        using var reads = Store.Open();
        Assert.Equal(
            Enumerable.Range(1, 100).Where(i => i % 7 != 0).Select(i => (long)i),
            reads.Query<long>("select id from health order by id"));
    }

    [Fact]
    public async Task Others_see_what_is_written_only_once_it_is_committed()
    {
        await Writes.RunAsync(transaction =>
        {
            transaction.Run("insert into health (id, checked_at) values (1, 'x')");
            Assert.Equal(1, transaction.Reads.QuerySingle<long>("select count(*) from health"));
            using var other = Store.Open();
            Assert.Equal(0, other.QuerySingle<long>("select count(*) from health"));
            return 0;
        });
        using var reads = Store.Open();
        Assert.Equal(1, reads.QuerySingle<long>("select count(*) from health"));
    }

    [Fact]
    public async Task Two_writers_wait_for_each_other_and_lose_nothing()
    {
        await using var other = new WriteQueue(Again());
        await Task.WhenAll(
            Enumerable
                .Range(1, 100)
                .Select(i =>
                    (i % 2 == 0 ? other : Writes).RunAsync(transaction =>
                        transaction.Run("insert into health (id, checked_at) values ($1, 'x')", i))));
        using var reads = Store.Open();
        Assert.Equal(100, reads.QuerySingle<long>("select count(*) from health"));
    }

    [Fact]
    public async Task A_process_that_dies_within_a_transaction_leaves_nothing_and_locks_nothing()
    {
        var dying = Again().OpenWriter();
        dying.Begin();
        Assert.Equal(1, dying.Run("insert into health (id, checked_at) values (1, 'x')"));
        dying.Dispose();
        Assert.Equal(0, await Writes.RunAsync(transaction => transaction.Number("select count(*) from health")));
        Assert.Equal(1, await Writes.RunAsync(transaction => transaction.Run("insert into health (id, checked_at) values (1, 'y')")));
    }

    [Fact]
    public async Task What_was_answered_is_there_for_the_next_process()
    {
        await Writes.RunAsync(transaction => transaction.Run("insert into health (id, checked_at) values (1, 'x')"));
        await Writes.DisposeAsync();
        var again = Again();
        again.Prepare();
        again.Check();
        using (var reads = again.Open()) Assert.Equal("x", reads.QuerySingle<string>("select checked_at from health"));
        _writes = new(again);
        Assert.Equal(1, await Writes.RunAsync(transaction => transaction.Run("delete from health")));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Text_is_read_back_to_the_letter(string text)
    {
        await Writes.RunAsync(transaction =>
        {
            transaction.Run("insert into long_commands (hash, command, kept_at) values ($1, $2, $3)", "h", text, "x");
            Assert.Equal(text, transaction.Text("select command from long_commands where hash = $1", "h"));
            return 0;
        });
        using var reads = Store.Open();
        Assert.Equal(text, reads.QuerySingle<string>("select command from long_commands where command = @text", new { text }));
    }

    public static TheoryData<string> Texts =>
        [.. Nasty.Texts.Select(text => text.Replace("\0", "")), "", " ", "'", "$1", "@text", "%_", new string('ß', 200_000)];

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData(0)]
    public async Task A_number_is_read_back_as_it_was(long number)
    {
        await Writes.RunAsync(transaction => transaction.Run("insert into health (id, checked_at) values ($1, 'x')", number));
        using var reads = Store.Open();
        Assert.Equal(number, reads.QuerySingle<long>("select id from health"));
        Assert.Equal(number, await Writes.RunAsync(transaction => transaction.Number("select id from health")));
    }

    [Fact]
    public async Task What_is_not_there_is_null_and_not_an_error()
    {
        using var reads = Store.Open();
        Assert.Null(reads.QuerySingleOrDefault<string>("select checked_at from health"));
        Assert.Empty(reads.Query<long>("select id from health"));
        Assert.Null(await Writes.RunAsync(transaction => transaction.Text("select checked_at from health")));
        Assert.Equal(0, await Writes.RunAsync(transaction => transaction.Number("select id from health")));
        Assert.Equal(0, await Writes.RunAsync(transaction => transaction.Run("delete from health")));
    }

    [Fact]
    public async Task A_member_of_a_JSON_column_is_text_and_a_damaged_column_has_none()
    {
        await Writes.RunAsync(transaction =>
        {
            transaction.Run("insert into long_commands (hash, command, kept_at) values ('a', $1, 'x')", """{"Word":"wörd","Number":7}""");
            transaction.Run("insert into long_commands (hash, command, kept_at) values ('b', '{broken', 'x')");
            return transaction.Run("insert into long_commands (hash, command, kept_at) values ('c', '{}', 'x')");
        });
        using var reads = Store.Open();
        var member = reads.Dialect.JsonText("command", "Word");
        Assert.Equal(["a"], reads.Query<string>($"select hash from long_commands where {member} is not null"));
        Assert.Equal("wörd", reads.QuerySingle<string>($"select {member} from long_commands where hash = 'a'"));
    }

    [Theory]
    [InlineData(nameof(StoreFault.Busy))]
    [InlineData(nameof(StoreFault.Full))]
    [InlineData(nameof(StoreFault.ReadOnly))]
    [InlineData(nameof(StoreFault.Damaged))]
    [InlineData(nameof(StoreFault.Gone))]
    public void A_fault_is_told_by_its_kind_with_what_helps(string name)
    {
        var fault = Enum.Parse<StoreFault>(name);
        var problem = Assert.Throws<StoreException>(() => Provoke(fault));
        Assert.Equal(fault, problem.Fault);
        Assert.Matches("^the .*[^.]$", problem.What.Replace("another", "the other"));
        Assert.EndsWith(".", problem.Fix + ".");
    }

    [Fact]
    public async Task A_key_that_is_given_is_a_conflict_and_a_statement_that_is_none_is_refused()
    {
        await Writes.RunAsync(transaction => transaction.Run("insert into health (id, checked_at) values (1, 'x')"));
        Assert.Equal(StoreFault.Conflict, (await FailAsync("insert into health (id, checked_at) values (1, 'y')")).Fault);
        Assert.Equal(StoreFault.Refused, (await FailAsync("insert into nowhere values (1)")).Fault);
        using var reads = Store.Open();
        Assert.Equal(StoreFault.Refused, Assert.Throws<StoreException>(() => reads.Query<long>("select one from nowhere")).Fault);
        Assert.Equal("x", reads.QuerySingle<string>("select checked_at from health"));
    }

    /// <summary>A new, empty database.</summary>
    internal abstract IStore Make();

    /// <summary>The same database, as the next process opens it.</summary>
    internal abstract IStore Again();

    /// <summary>Meets a fault of this kind.</summary>
    internal abstract void Provoke(StoreFault fault);

    /// <summary>Leaves nothing behind.</summary>
    protected abstract void Delete();

    private Task<StoreException> FailAsync(string sql) =>
        Assert.ThrowsAsync<StoreException>(() => Writes.RunAsync(transaction => transaction.Run(sql)));
}
