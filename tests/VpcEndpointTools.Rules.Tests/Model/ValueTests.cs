using VpcEndpointTools.Model;

namespace VpcEndpointTools.Tests.Model;

public sealed class ValueTests
{
    [Fact]
    public void SameUnknownExpressionIsEqual()
    {
        Assert.Equal(Value<string>.Unknown("!Ref A"), Value<string>.Unknown("!Ref A"));
        Assert.NotEqual(Value<string>.Unknown("!Ref A"), Value<string>.Unknown("!Ref B"));
        Assert.NotEqual(Value<string>.Unknown("a"), Value<string>.Of("a"));
        Assert.NotEqual(Value<string>.Absent, Value<string>.Unknown(string.Empty));
    }

    [Fact]
    public void NullIsAbsent()
    {
        Value<string> value = (string?)null;
        Assert.True(value.IsAbsent);
        Assert.Throws<InvalidOperationException>(() => value.Known);
    }

    [Fact]
    public void FalseIsKnown()
    {
        Value<bool> value = false;
        Assert.True(value.IsKnown);
        Assert.True(value.Is(false));
        Assert.False(Value<bool>.Absent.Is(false));
    }

    [Fact]
    public void EmptyListIsAbsentAndAnUnknownOneIsNot()
    {
        ValueList<Value<string>> empty = [];
        Assert.True(empty.IsAbsent);
        Assert.False(ValueList<Value<string>>.Unknown("!Ref L").IsAbsent);
        ValueList<Value<string>> items = ["a", Value<string>.Unknown("b")];
        Assert.Equal("a, b", items.ToString());
    }

    [Fact]
    public void CopiedSnapshotHasAnIndexOfItsOwn()
    {
        NetworkSnapshot first = new() { Subnets = [new Subnet { SubnetId = "subnet-1" }] };
        Assert.NotNull(first.Index.Subnet("subnet-1"));
        NetworkSnapshot second = first with { Subnets = [new Subnet { SubnetId = "subnet-2" }] };
        Assert.Null(second.Index.Subnet("subnet-1"));
        Assert.NotNull(second.Index.Subnet("subnet-2"));
    }

    [Theory]
    [InlineData("Available", true)]
    [InlineData("pendingAcceptance", true)]
    [InlineData(null, true)]
    [InlineData("DELETED", false)]
    [InlineData("deleting", false)]
    [InlineData("Failed", false)]
    [InlineData("rejected", false)]
    [InlineData("expired", false)]
    public void DeadEndpointHoldsNoPlace(string? state, bool holds) => Assert.Equal(holds, new EndpointConfig { State = state }.HoldsItsPlace);
}
