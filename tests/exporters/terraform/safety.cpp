#include "tests/exporters/terraform/safety.h"

#include <functional>
#include <map>
#include <regex>
#include <set>

namespace lintel::exporters::terraform::test {

namespace {

/// One resource or data source of the code.
struct Part {
    std::string type;
    std::string name;
    std::string body;

    std::string address() const { return type + "." + name; }
    bool says(const std::string& pattern) const { return std::regex_search(body, std::regex(pattern)); }
};

std::vector<Part> partsOf(const std::string& code)
{
    static const std::regex kHead("(?:^|\n)(resource|data) \"([a-z0-9_]+)\" \"([A-Za-z0-9_-]+)\" \\{");
    std::vector<Part> parts;
    for (std::sregex_iterator head(code.begin(), code.end(), kHead), end; head != end; ++head) {
        const std::size_t from = static_cast<std::size_t>(head->position() + head->length());
        const std::string body = code.substr(from, code.find("\n}\n", from) - from);
        parts.push_back({((*head)[1] == "data" ? "data." : "") + std::string((*head)[2]), (*head)[3], body + "\n"});
    }
    return parts;
}

/// What the body of each resource of a type must match.
const std::multimap<std::string, std::string>& required()
{
    static const std::string kDeletion = "(^|\n)  (enable_)?deletion_protection(_enabled)? +=";
    static const std::multimap<std::string, std::string> kRequired{
        {"aws_instance", "http_tokens += \"required\""},
        {"aws_instance", "root_block_device \\{[^}]*encrypted += true"},
        {"aws_launch_template", "http_tokens += \"required\""},
        {"aws_launch_template", "ebs \\{[^}]*encrypted += true"},
        {"aws_ebs_volume", "encrypted += true"},
        {"aws_db_instance", "storage_encrypted += true"},
        {"aws_db_instance", kDeletion},
        {"aws_rds_cluster", "storage_encrypted += true"},
        {"aws_rds_cluster", kDeletion},
        {"aws_rds_cluster", "manage_master_user_password += true"},
        {"aws_docdb_cluster", "storage_encrypted += true"},
        {"aws_docdb_cluster", kDeletion},
        {"aws_neptune_cluster", "storage_encrypted += true"},
        {"aws_neptune_cluster", kDeletion},
        {"aws_neptune_cluster", "iam_database_authentication_enabled += true"},
        {"aws_dynamodb_table", kDeletion},
        {"aws_dynamodb_table", "server_side_encryption \\{[^}]*enabled += true"},
        {"aws_elasticache_replication_group", "at_rest_encryption_enabled += true"},
        {"aws_efs_file_system", "encrypted += true"},
        {"aws_opensearch_domain", "encrypt_at_rest \\{[^}]*enabled += true"},
        {"aws_opensearch_domain", "node_to_node_encryption \\{[^}]*enabled += true"},
        {"aws_opensearch_domain", "enforce_https += true"},
        {"aws_msk_cluster", "client_broker += \"TLS\""},
        {"aws_mq_broker", "publicly_accessible += false"},
        {"aws_kinesis_stream", "encryption_type += \"KMS\""},
        {"aws_sqs_queue", "(sqs_managed_sse_enabled += true|kms_master_key_id)"},
        {"aws_db_proxy", "require_tls += true"},
        {"aws_kms_key", "enable_key_rotation += true"},
        {"aws_lb", kDeletion},
        {"aws_cloudfront_distribution", "viewer_certificate \\{[^}]*(TLSv1.2_2021|cloudfront_default_certificate)"},
        {"aws_cloudwatch_log_group", "retention_in_days +="},
        {"aws_ecr_repository", "scan_on_push +="},
        {"aws_eks_cluster", "enabled_cluster_log_types"},
        {"aws_lambda_function", "logging_config \\{"},
        {"aws_athena_workgroup", "enforce_workgroup_configuration += true"},
    };
    return kRequired;
}

/// Resources that each bucket must have beside it.
constexpr const char* kBucketGuards[] = {"aws_s3_bucket_public_access_block", "aws_s3_bucket_ownership_controls"};

std::string joined(const Part& part, const std::string& what) { return part.address() + ": " + what; }

void checkListener(const Part& listener, std::vector<std::string>& unsafe)
{
    if (listener.says("\n  protocol += \"(HTTPS|TLS)\"") && !listener.says("ssl_policy += \"[^\"]*TLS13-1-2"))
        unsafe.push_back(joined(listener, "no policy of TLS 1.2 or later"));
}

/// Everything on everything is for keys' own policies, and for what AWS knows no resources of.
void checkPolicy(const Part& document, std::vector<std::string>& unsafe)
{
    static const std::regex kStatement("\n  statement \\{\n([\\s\\S]*?)\n  \\}\n");
    for (std::sregex_iterator at(document.body.begin(), document.body.end(), kStatement), end; at != end; ++at) {
        const std::string text = (*at)[1];
        const bool denies = text.find("\"Deny\"") != std::string::npos;
        const bool everybody = std::regex_search(text, std::regex("identifiers = \\[\"\\*\"\\]"));
        const bool anything = std::regex_search(text, std::regex("actions += \\[\"\\*\"\\]"));
        if (!denies && anything) unsafe.push_back(joined(document, "every action"));
        if (!denies && everybody && text.find("PublicRead") == std::string::npos)
            unsafe.push_back(joined(document, "everybody"));
    }
}

}  // namespace

std::vector<std::string> unsafeParts(const Files& files)
{
    std::vector<std::string> unsafe;
    std::set<std::string> known;
    const std::vector<Part> parts = partsOf(codeOf(files));
    for (const Part& part : parts) known.insert(part.address());
    for (const Part& part : parts) {
        const auto [first, last] = required().equal_range(part.type);
        for (auto at = first; at != last; ++at) {
            if (!part.says(at->second)) unsafe.push_back(joined(part, "not " + at->second));
        }
        if (part.type == "aws_s3_bucket") {
            for (const char* guard : kBucketGuards) {
                if (known.count(std::string(guard) + "." + part.name) == 0)
                    unsafe.push_back(joined(part, std::string("no ") + guard));
            }
        }
        if (part.type == "aws_lb_listener") checkListener(part, unsafe);
        if (part.type == "data.aws_iam_policy_document") checkPolicy(part, unsafe);
    }
    return unsafe;
}

std::vector<std::string> openRules(const Files& files)
{
    std::vector<std::string> open;
    for (const Part& part : partsOf(codeOf(files))) {
        if (part.type == "aws_vpc_security_group_ingress_rule" && part.says("= \"(0\\.0\\.0\\.0/0|::/0)\""))
            open.push_back(part.name);
    }
    return open;
}

}  // namespace lintel::exporters::terraform::test
