//! Bytes that nobody meant, in every framing: connections may end, the front may not.

use rand::rngs::StdRng;
use rand::{Rng, RngExt, SeedableRng};

use crate::client::{Client, Framing, Packets};
use crate::stage::{get_config, greeting, ready, sandbox};

#[tokio::test]
async fn noise_on_the_socket_harms_nobody_else() {
    let sandbox = sandbox().await;
    let mut random = StdRng::seed_from_u64(11);
    for framing in Framing::ALL {
        for _ in 0..40 {
            let mut packets = Packets::open(sandbox.mtproto_address(), framing).await;
            let mut noise = vec![0; random.random_range(1..2000)];
            random.fill_bytes(&mut noise);
            if random.random() {
                packets.send_bytes(noise).await;
            } else {
                // A sound frame, with a plain packet's beginning half of the time.
                if random.random() {
                    noise.splice(..0, [0; 8]);
                }
                noise.truncate(noise.len() & !3);
                packets.send(&noise).await;
            }
        }
    }
    let mut client = Client::ready(&sandbox, Framing::Abridged).await;
    client.greet().await;
}

#[tokio::test]
async fn noise_in_messages_is_answered_or_passed_over() {
    let (_sandbox, mut client) = ready().await;
    let mut random = StdRng::seed_from_u64(12);
    let sound = greeting(get_config());
    let service: [u32; 12] = [
        0x73f1_f8dc,
        0x3072_cfa1,
        0x62d6_b459,
        0x7abe_77ec,
        0xf342_7b8c,
        0xb921_bd04,
        0x58e4_a740,
        0xe751_2126,
        0xda69_fb52,
        0x7d86_1a08,
        0x8610_baeb,
        0xa7ef_f811,
    ];
    for round in 0..400 {
        let mut body = vec![0; random.random_range(1..60) * 4];
        random.fill_bytes(&mut body);
        match round % 4 {
            0 => {
                body = sound.clone();
                let place = random.random_range(0..body.len());
                body[place] ^= 1 << random.random_range(0..8);
            }
            1 => {
                body = sound.clone();
                body.truncate(random.random_range(1..body.len() / 4) * 4);
            }
            2 => body[..4].copy_from_slice(&service[round / 4 % service.len()].to_le_bytes()),
            _ => {}
        }
        // A ping that closes the connection would be as it should.
        if body[..4] == 0xf342_7b8cu32.to_le_bytes() {
            continue;
        }
        let is_content =
            body[..4] != 0x73f1_f8dcu32.to_le_bytes() && body[..4] != 0x62d6_b459u32.to_le_bytes();
        client.send(&body, is_content).await;
        client.call(&greeting(get_config())).await;
    }
}

#[tokio::test]
async fn what_is_nested_without_end_is_refused() {
    let (_sandbox, mut client) = ready().await;
    let mut deep = greeting(get_config());
    // The query makes way for arrays in arrays, as `params` of `initConnection` may have them.
    deep.truncate(deep.len() - 4);
    let flags = 8 + 4;
    deep[flags] |= 2;
    for _ in 0..200_000 {
        deep.extend(0xf744_4763u32.to_le_bytes());
        deep.extend(0x1cb5_c415u32.to_le_bytes());
        deep.extend(1u32.to_le_bytes());
    }
    assert_eq!(client.refused(&deep).await, (400, "INPUT_FETCH_FAIL".to_owned()));
    client.call(&get_config()).await;
}
