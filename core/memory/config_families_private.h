// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/architecture.h"
#include "core/memory/config_fields_private.h"

#include <string_view>

namespace zeropoint {

/// What the code of a family fixes without a word in its config.json.
struct ConfigFamily {
    std::string_view type;  ///< model_type
    NormWeights norm = NormWeights::Scale;
    std::int64_t normsPerLayer = 2;
    QkNorm qkNorm = QkNorm::None;
    bool qkvBias = false;
    bool otherBiases = false;  ///< of attention's output and the FFN
    bool gatedFfn = true;
    bool tied = false;  ///< where the config is silent
    std::int64_t positionRows =
        -1;  ///< learned positions: this many more than the context; -1 none
    void (*special)(ConfigFields& config, Architecture& a) = nullptr;
};

/// Null for a family that is not known.
const ConfigFamily* findConfigFamily(std::string_view type);
/// "llama, mistral, ...", for messages.
std::string configFamilyNames();

/// What a text model's part of a config.json leaves out because the class for this model_type in
/// the transformers library has it by default (configuration_*.py, 2025); {} for other types.
nlohmann::json textConfigDefaults(std::string_view type);

/// What families write in their own way (config_special.cpp).
void readExperts(ConfigFields& config, Architecture& a);
void readWindow(ConfigFields& config, Architecture& a);
void readGemma(ConfigFields& config, Architecture& a);
void readPhi(ConfigFields& config, Architecture& a);
void readOpt(ConfigFields& config, Architecture& a);
void readMpt(ConfigFields& config, Architecture& a);
void readGlm4(ConfigFields& config, Architecture& a);
void readFalcon(ConfigFields& config, Architecture& a);
void readBigCode(ConfigFields& config, Architecture& a);
void readOlmo(ConfigFields& config, Architecture& a);
void readLatent(ConfigFields& config, Architecture& a);
void readGptOss(ConfigFields& config, Architecture& a);
void readDeltaRule(ConfigFields& config, Architecture& a);
void readLlama4(ConfigFields& config, Architecture& a);
void readJamba(ConfigFields& config, Architecture& a);
void readBitNet(ConfigFields& config, Architecture& a);

}  // namespace zeropoint
