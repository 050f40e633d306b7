using System.Collections;
using System.Reflection;
using Amazon.EC2.Model;
using Amazon.Runtime;
using VpcEndpointTools.Creation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Ec2;

/// <summary>Makes the SDK's request of a configuration. What the configuration does not state is not sent; nothing in it may be unknown.</summary>
internal static class RequestWriter
{
    public static CreateVpcEndpointRequest Of(EndpointConfig config)
    {
        CreateVpcEndpointRequest request = new();
        Fill(request, EndpointRequest.Of(config));
        return request;
    }

    /// <summary>Fills an object of the SDK from a node in AWS's words, whose names are the SDK's.</summary>
    /// <exception cref="InvalidOperationException">The SDK has no such property.</exception>
    internal static void Fill(object target, InputNode node)
    {
        foreach (string name in node.Names)
        {
            PropertyInfo property = target.GetType().GetProperty(name)
                ?? throw new InvalidOperationException($"{target.GetType().Name} of the AWS SDK has no {name}: it cannot be sent.");
            property.SetValue(target, Value(node.Member(name)!, property.PropertyType));
        }
    }

    private static object Value(InputNode node, Type type)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string))
        {
            return node.Text;
        }

        if (plain == typeof(bool))
        {
            return node.Text == "true";
        }

        if (typeof(ConstantClass).IsAssignableFrom(plain))
        {
            return Activator.CreateInstance(plain, node.Text)!;
        }

        object made = Activator.CreateInstance(plain)!;
        if (made is not IList list)
        {
            Fill(made, node);
            return made;
        }

        foreach (InputNode item in node.Items)
        {
            list.Add(Value(item, plain.GetGenericArguments()[0]));
        }

        return made;
    }
}
