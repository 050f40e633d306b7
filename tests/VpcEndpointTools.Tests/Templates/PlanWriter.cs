using System.Text.Json.Nodes;

namespace VpcEndpointTools.Tests.Templates;

/// <summary>Writes create-vpc-endpoint requests as a Terraform plan that is about to create them.</summary>
internal static class PlanWriter
{
    private static readonly (string Request, string Plan)[] Scalars =
    [
        ("VpcEndpointType", "vpc_endpoint_type"), ("VpcId", "vpc_id"), ("ServiceName", "service_name"), ("ServiceRegion", "service_region"), ("ServiceNetworkArn", "service_network_arn"),
        ("ResourceConfigurationArn", "resource_configuration_arn"), ("RouteTableIds", "route_table_ids"), ("SubnetIds", "subnet_ids"), ("SecurityGroupIds", "security_group_ids"),
        ("PolicyDocument", "policy"), ("PrivateDnsEnabled", "private_dns_enabled"), ("IpAddressType", "ip_address_type"),
    ];

    private static readonly (string Request, string Plan)[] Dns =
    [
        ("DnsRecordIpType", "dns_record_ip_type"), ("PrivateDnsOnlyForInboundResolverEndpoint", "private_dns_only_for_inbound_resolver_endpoint"),
        ("PrivateDnsPreference", "private_dns_preference"), ("PrivateDnsSpecifiedDomains", "private_dns_specified_domains"),
    ];

    private static readonly (string Request, string Plan)[] Addresses = [("SubnetId", "subnet_id"), ("Ipv4", "ipv4"), ("Ipv6", "ipv6")];

    /// <summary>The plan.</summary>
    public static string Write(JsonNode input)
    {
        JsonArray changes = [];
        JsonArray planned = [];
        int number = 0;
        foreach (JsonObject request in input is JsonArray several ? several.OfType<JsonObject>() : [input.AsObject()])
        {
            JsonObject values = Copy(request, Scalars);
            if (request["DnsOptions"] is JsonObject options)
            {
                values["dns_options"] = new JsonArray(Copy(options, Dns));
            }

            if (request["SubnetConfigurations"] is JsonArray subnets)
            {
                values["subnet_configuration"] = new JsonArray([.. subnets.OfType<JsonObject>().Select(subnet => Copy(subnet, Addresses))]);
            }

            if ((request["TagSpecifications"]?[0]?["Tags"] ?? request["Tags"]) is JsonArray tags)
            {
                values["tags"] = new JsonObject(tags.Select(tag => KeyValuePair.Create((string)tag!["Key"]!, tag["Value"]?.DeepClone())));
            }

            JsonObject resource = new() { ["address"] = $"aws_vpc_endpoint.Endpoint{number}", ["mode"] = "managed", ["type"] = "aws_vpc_endpoint", ["name"] = $"Endpoint{number++}", ["provider_name"] = "registry.terraform.io/hashicorp/aws" };
            JsonObject change = resource.DeepClone().AsObject();
            change["change"] = new JsonObject { ["actions"] = new JsonArray("create"), ["before"] = null, ["after"] = values.DeepClone(), ["after_unknown"] = new JsonObject { ["id"] = true } };
            changes.Add(change);
            resource["values"] = values;
            planned.Add(resource);
        }

        return new JsonObject
        {
            ["format_version"] = "1.2",
            ["terraform_version"] = "1.9.0",
            ["planned_values"] = new JsonObject { ["root_module"] = new JsonObject { ["resources"] = planned } },
            ["resource_changes"] = changes,
            ["configuration"] = new JsonObject { ["root_module"] = new JsonObject() },
        }.ToJsonString();
    }

    private static JsonObject Copy(JsonObject from, (string Request, string Plan)[] names) =>
        new(names.Where(name => from[name.Request] is not null).Select(name => KeyValuePair.Create(name.Plan, from[name.Request]?.DeepClone())));
}
