// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace zeropoint::config_keys {

/// The names that families of models give one figure of their config.json, for whoever reads one.
inline constexpr std::array layers{"num_hidden_layers", "n_layer", "n_layers", "num_layers"};
inline constexpr std::array hidden{"hidden_size", "n_embd", "d_model"};
inline constexpr std::array heads{"num_attention_heads", "n_head", "n_heads", "num_heads"};
inline constexpr std::array kvHeads{"num_key_value_heads", "num_kv_heads", "n_head_kv"};
inline constexpr std::array headWidth{"head_dim"};
inline constexpr std::array ffn{"intermediate_size", "n_inner", "ffn_dim", "ffn_hidden_size"};
inline constexpr std::array vocabulary{"vocab_size"};
inline constexpr std::array context{"max_position_embeddings", "n_positions", "n_ctx",
                                    "max_seq_len", "seq_length"};

}  // namespace zeropoint::config_keys
